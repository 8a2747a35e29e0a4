import { ally, type HmacScheme, type Platform } from '@carehooks/core';
import { signedDelivery } from '@carehooks/core/testing';
import { type Bundle, createAppTester, type PlainInputField, type ZObject } from 'zapier-platform-core';
import { createApp } from '../src/app.ts';
import { outputFields } from '../src/output-fields/ally.ts';
import samples from '../src/samples/ally.json' with { type: 'json' };
import { structuralErrors } from './support/validate.ts';

const timed: HmacScheme = {
  kind: 'hmac',
  algorithm: 'sha256',
  encoding: 'hex',
  content: '{timestamp}.{body}',
  signature: { header: 'x-signature' },
  timestamp: { at: { header: 'x-timestamp' }, format: 'unix-seconds', tolerance: 300 },
};

/** The app of a platform that is like Ally but for some of its data. */
function appOf(differences: Partial<Platform>) {
  return createApp({
    platform: { ...ally, ...differences, subscription: ally.subscription },
    outputFields,
    samples,
  });
}

function fieldsOf(app: ReturnType<typeof createApp>, trigger: string): PlainInputField[] {
  return (app.triggers[trigger]?.operation.inputFields ?? []) as PlainInputField[];
}

const keysOf = (differences: Partial<Platform>) =>
  fieldsOf(appOf(differences), 'any_event').map(({ key }) => key);

describe("an app follows from its platform's data", () => {
  test('a platform with timestamps lets the user set the replay window', () => {
    const window = fieldsOf(appOf({ signature: timed }), 'any_event').find(
      ({ key }) => key === 'replay_window',
    );
    expect(window).toMatchObject({ type: 'integer', default: '300' });
    expect(keysOf({})).not.toContain('replay_window');
  });

  test('a platform with Basic authentication has no signature to look for', () => {
    expect(keysOf({})).toContain('signature_header');
    expect(keysOf({ signature: { kind: 'basic' } })).not.toContain('signature_header');
  });

  test('a platform without relations has nothing to expand', () => {
    expect(keysOf({})).toEqual(expect.arrayContaining(['expand', 'on_failure', 'output']));
    const keys = keysOf({ relations: {} });
    expect(keys).toContain('output');
    expect(keys.filter((key) => key === 'expand' || key === 'on_failure')).toEqual([]);
  });

  test('a platform that cannot tell what changed is not polled', () => {
    const app = appOf({ changes: undefined });
    expect(Object.values(app.triggers).map(({ operation }) => operation.type)).toEqual(Array(6).fill('hook'));
    expect(appOf({}).triggers).toHaveProperty('updated_appointment');
  });

  test.each([
    ['timestamps', { signature: timed }],
    ['Basic authentication', { signature: { kind: 'basic' } as const }],
    ['no relations', { relations: {} }],
  ])('and meets the schema of Zapier with %s', async (_title, differences) => {
    await expect(structuralErrors(appOf(differences))).resolves.toEqual([]);
  });
});

describe('a delivery with a timestamp', () => {
  const app = appOf({ signature: timed });
  const appTester = createAppTester(app);

  /** A delivery that was signed some minutes ago and is received now. */
  function receive(minutesAgo: number, inputData: Record<string, unknown> = {}) {
    const time = Date.now() - minutesAgo * 60_000;
    const platform = { ...ally, signature: timed };
    const { headers, body } = signedDelivery({ platform, body: samplesBody, secret: 'whsec_1', time });
    const perform = app.triggers['any_event']?.operation as { perform: Perform };
    return appTester(perform.perform, {
      authData: { webhookSecret: 'whsec_1' },
      inputData,
      rawRequest: { headers: { ...headers }, content: Buffer.from(body).toString('utf8') },
      cleanedRequest: {},
    });
  }

  type Perform = (z: ZObject, bundle: Bundle) => Promise<unknown[]>;
  const samplesBody = { data: { id: 'apt_1', status: 'scheduled' } };

  test('is accepted within the replay window', async () => {
    await expect(receive(4)).resolves.toMatchObject([{ id: 'apt_1' }]);
  });

  test('halts the Zap outside of it', async () => {
    await expect(receive(6)).rejects.toMatchObject({
      name: 'HaltedError',
      message: expect.stringContaining('older than the replay window allows'),
    });
  });

  test('is measured by the window that the user sets', async () => {
    await expect(receive(6, { replay_window: 600 })).resolves.toHaveLength(1);
    await expect(receive(60, { replay_window: 0 })).resolves.toHaveLength(1);
    await expect(receive(4, { replay_window: 60 })).rejects.toMatchObject({ name: 'HaltedError' });
  });
});
