import type { IWebhookFunctions } from 'n8n-workflow';
import { readCredential } from '../../nodes/credential/recent-credential.ts';
import { publish, request, secret } from '../ally/ally-setting.ts';

const start = Date.parse('2026-01-15T09:30:00.000Z');

let now: jest.SpyInstance<number, []>;

beforeEach(() => {
  now = jest.spyOn(Date, 'now').mockReturnValue(start);
});

afterEach(() => now.mockRestore());

const later = (seconds: number) => now.mockReturnValue(start + seconds * 1_000);

describe('a changed credential', () => {
  async function changed() {
    const { node } = await publish();
    const statusOf = async (secretOfSender: string) =>
      (await node.deliver(request('appointment.completed', { secret: secretOfSender }))).status;
    expect(await statusOf(secret)).toBe(200);
    node.changeCredential('allyWebhookApi', { secret: 'whsec_next' });
    later(0.001);
    return statusOf;
  }

  it('lets in at once what is signed with its new secret', async () => {
    const statusOf = await changed();
    expect(await statusOf('whsec_next')).toBe(200);
  });

  it('turns away what is signed with the old one, five seconds later', async () => {
    const statusOf = await changed();
    later(5);
    expect(await statusOf(secret)).toBe(200);
    later(5.001);
    expect(await statusOf(secret)).toBe(401);
  });

  it('turns that away at once when anything else has made it be read again', async () => {
    const statusOf = await changed();
    expect(await statusOf('whsec_forged')).toBe(401);
    expect(await statusOf(secret)).toBe(401);
  });

  it('counts also after the clock was set back', async () => {
    const statusOf = await changed();
    later(-3_600);
    expect(await statusOf(secret)).toBe(401);
  });
});

describe('a credential', () => {
  /** A trigger of a workflow of its own, whose credential is on record as read. */
  function trigger(workflowId: string, answers: Array<Promise<object>>) {
    const getCredentials = jest.fn(() => answers.shift() ?? Promise.resolve({ secret }));
    const context = {
      getNode: () => ({ id: 'node', credentials: { allyWebhookApi: { id: '1', name: '' } } }),
      getWorkflow: () => ({ id: workflowId }),
      getMode: () => 'webhook',
      getCredentials,
    } as unknown as IWebhookFunctions;
    return { getCredentials, read: () => readCredential(context, 'allyWebhookApi', start) };
  }

  it('is read once for all that ask at the same time', async () => {
    const { getCredentials, read } = trigger('together', []);
    const found = await Promise.all([read(), read(), read()]);
    expect(found).toEqual([{ secret }, { secret }, { secret }]);
    expect(getCredentials).toHaveBeenCalledTimes(1);
  });

  it('is read again after a failure', async () => {
    const { read } = trigger('failure', [Promise.reject(new Error('The database is locked'))]);
    await expect(read()).rejects.toThrow('The database is locked');
    expect(await read()).toEqual({ secret });
  });

  it('is that of its own workflow', async () => {
    const { read } = trigger('mine', [Promise.resolve({ secret: 'mine' })]);
    await read();
    expect(await trigger('yours', []).read()).toEqual({ secret });
  });
});
