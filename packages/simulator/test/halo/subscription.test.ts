import {
  type Client,
  converse,
  ensureSubscription,
  halo,
  type HttpResponse,
  inspectSubscription,
  removeSubscription,
} from '@carehooks/core';
import { haloAccounts } from './account.ts';

const { open } = haloAccounts();
const targetUrl = 'http://127.0.0.1:5678/webhook/1';
const events = ['new ticket logged', '76 Ticket Status Changed'];

type Account = Awaited<ReturnType<typeof open>>;

function ensure({ optionsFor, client }: Account, wanted: readonly string[] = events) {
  return ensureSubscription(optionsFor(targetUrl, wanted), client);
}

function inspect({ optionsFor, client }: Account, wanted: readonly string[] = events) {
  return inspectSubscription(optionsFor(targetUrl, wanted), client);
}

function remove({ optionsFor, client }: Account) {
  return removeSubscription(optionsFor(targetUrl, []), client);
}

function bound({ platform }: Account): number[] {
  return platform.webhooks
    .notifications()
    .map(({ eventno }) => eventno)
    .sort((left, right) => left - right);
}

/** A client whose first POST to a path is carried out, and its answer changed. */
function changing({ client }: Account, path: string, change: (answer: HttpResponse) => HttpResponse): Client {
  let done = false;
  return {
    ...client,
    async http(request) {
      const response = await client.http(request);
      if (done || request.method !== 'POST' || !request.url.endsWith(path)) return response;
      done = true;
      return change(response);
    },
  };
}

/** Writes to the API, oldest first. */
function writes({ platform }: Account): string[] {
  return platform.requests
    .list()
    .filter(({ method, path }) => method !== 'GET' && !path.endsWith('/token'))
    .map(({ method, path }) => `${method} ${path.replace(/\/halo\/api\/(\w+).*/, '$1')}`);
}

describe('subscribing', () => {
  it('makes a webhook with Basic authentication, and a notification for each event', async () => {
    const account = await open();
    expect(await ensure(account)).toBe('created');
    expect(account.platform.webhooks.list()).toMatchObject([
      {
        ...{ url: targetUrl, name: 'Carehooks 127.0.0.1:5678', active: true, authentication_type: 1 },
        ...{ basic_username: 'carehooks', basic_password: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    ]);
    expect(bound(account)).toEqual([3, 76]);
    expect(writes(account)).toEqual(['POST Webhook', 'POST Notification', 'POST Notification']);
  });

  it.each([
    ['answers are lists', { api: { answers: 'array' } }],
    ['the list of webhooks has no addresses', { api: { listUrls: false } }],
    ['notifications go with their webhook', { api: { cascade: true } }],
  ] as const)('and unsubscribing leave nothing behind where %s', async (_what, settings) => {
    const account = await open(settings);
    expect(await ensure(account)).toBe('created');
    expect((await inspect(account)).problems).toEqual(['secret-unknown']);
    expect(await remove(account)).toBe(1);
    expect(account.platform.webhooks.list()).toEqual([]);
    expect(account.platform.webhooks.notifications()).toEqual([]);
    expect(await remove(account)).toBe(0);
  });

  it('sets the password of an existing webhook anew, so that another client secret locks nobody out', async () => {
    const account = await open();
    await ensure(account);
    const [before] = account.platform.webhooks.list();
    const options = { ...account.optionsFor(targetUrl, events), secret: 'carehooks:another' };
    expect(await ensureSubscription(options, account.client)).toBe('updated');
    expect(account.platform.webhooks.list()).toEqual([{ ...before, basic_password: 'another' }]);
  });

  it('changes nothing but the webhook itself when it is called again', async () => {
    const account = await open();
    await ensure(account);
    const before = account.platform.webhooks.notifications();
    expect(await ensure(account)).toBe('updated');
    expect(account.platform.webhooks.notifications()).toEqual(before);
    expect(account.platform.webhooks.list()).toHaveLength(1);
    expect(writes(account).slice(3)).toEqual(['POST Webhook']);
  });

  it('follows the chosen events, and keeps what people set on the webhook and on a notification', async () => {
    const account = await open();
    await ensure(account);
    const { webhooks } = account.platform;
    const [webhook] = webhooks.list();
    webhooks.update(webhook ?? raise(), { batch_method: 3, payload_type: 2, name: 'My tickets' });
    const kept = webhooks.notifications().find(({ eventno }) => eventno === 76) ?? raise();
    webhooks.putNotification({ ...kept, conditions: ['priority 1 only'] });
    expect((await inspect(account, ['39 Closed', '76 Status'])).problems).toContain('events-differ');
    expect(await ensure(account, ['39 Closed', '76 Status'])).toBe('updated');
    expect(bound(account)).toEqual([39, 76]);
    expect(webhooks.list()).toMatchObject([{ batch_method: 3, payload_type: 2, name: 'My tickets' }]);
    expect(webhooks.notifications()).toContainEqual({ ...kept, conditions: ['priority 1 only'] });
  });

  it.each([
    ['was switched off', { disabled: true }, 'disabled'],
    ['was made inactive', { active: false }, 'disabled'],
  ])('repairs a webhook that %s', async (_what, changes, problem) => {
    const account = await open();
    await ensure(account);
    const { webhooks } = account.platform;
    webhooks.update(webhooks.list()[0] ?? raise(), changes);
    expect((await inspect(account)).problems).toContain(problem);
    expect(await ensure(account)).toBe('updated');
    expect(webhooks.list()).toMatchObject([{ active: true, disabled: false }]);
  });

  it('binds an event again whose notification was deleted, and drops one that is there twice', async () => {
    const account = await open();
    await ensure(account);
    const { webhooks } = account.platform;
    const [first, second] = webhooks.notifications();
    webhooks.removeNotification(String(first?.id));
    webhooks.putNotification({ webhook_id: second?.webhook_id ?? '', eventno: 76, guid: null });
    expect((await inspect(account)).problems).toContain('events-differ');
    await ensure(account);
    expect(bound(account)).toEqual([3, 76]);
  });

  it('makes another webhook where somebody deleted it', async () => {
    const account = await open();
    await ensure(account);
    const { webhooks } = account.platform;
    webhooks.remove(webhooks.list()[0] ?? raise(), true);
    expect((await inspect(account)).problems).toEqual(['missing']);
    expect(await ensure(account)).toBe('created');
    expect(webhooks.list()).toHaveLength(1);
    expect(bound(account)).toEqual([3, 76]);
  });

  it('leaves one of several webhooks with its address, and those of others alone', async () => {
    const account = await open();
    const { webhooks } = account.platform;
    const other = webhooks.create({ url: `${targetUrl}/other`, name: 'Carehooks 127.0.0.1:5678' });
    const theirs = webhooks.putNotification({ webhook_id: other.id, eventno: 3, guid: null });
    for (let copy = 0; copy < 2; copy += 1) webhooks.create({ url: targetUrl });
    expect(await ensure(account)).toBe('updated');
    expect(webhooks.list()).toHaveLength(2);
    expect(await remove(account)).toBe(1);
    expect(webhooks.list()).toEqual([other]);
    expect(webhooks.notifications()).toEqual([theirs]);
  });

  it.each([
    ['webhook', '/Webhook', 'replaced', 1],
    ['notification', '/Notification', 'api-unreachable', 0],
  ])('leaves exactly one or none when the call for a %s is cut off', async (_what, path, outcome, left) => {
    const account = await open();
    const client = changing(account, path, () => {
      throw new Error('socket hang up');
    });
    const result = await ensureSubscription(account.optionsFor(targetUrl, events), client).catch(
      (error: { code: string }) => error.code,
    );
    expect(result).toBe(outcome);
    expect(account.platform.webhooks.list()).toHaveLength(left);
    expect(account.platform.webhooks.notifications()).toHaveLength(left * 2);
    expect(await ensure(account)).toBe(left === 1 ? 'updated' : 'created');
    expect(bound(account)).toEqual([3, 76]);
  });

  it('finds the webhook that an answer without content made', async () => {
    const account = await open();
    const client = changing(account, '/Webhook', (response) => ({ ...response, body: '' }));
    expect(await ensureSubscription(account.optionsFor(targetUrl, events), client)).toBe('created');
    expect(account.platform.webhooks.list()).toHaveLength(1);
  });

  it('leaves no webhook without events behind', async () => {
    const account = await open();
    const refused = { kind: 'status', status: 403, message: 'No' } as const;
    account.platform.apiFaults.add({ fault: refused, path: '/api/Notification', method: 'POST' });
    await expect(ensure(account)).rejects.toMatchObject({ code: 'api-forbidden' });
    expect(account.platform.webhooks.list()).toEqual([]);
    expect(account.platform.webhooks.notifications()).toEqual([]);
  });

  it('tells who has no admin rights', async () => {
    const account = await open({ permissions: { admin: false } });
    await expect(ensure(account)).rejects.toMatchObject({ code: 'api-forbidden', facts: { status: 403 } });
  });

  it('asks for the number of an event that is not known, before it makes anything', async () => {
    const account = await open();
    await expect(ensure(account, ['Ticket Reassigned'])).rejects.toMatchObject({ code: 'event-unknown' });
    expect(account.platform.webhooks.list()).toEqual([]);
    expect(await ensure(account, ['5 Ticket Reassigned'])).toBe('created');
  });

  it('offers the events of the instance with their numbers', async () => {
    const account = await open();
    const offered = await converse(halo.choices.events(), account.client);
    expect(offered).toContainEqual({ value: '76 Ticket Status Changed', label: 'Ticket Status Changed' });
    expect(offered.filter(({ label }) => label === 'Ticket Reassigned')).toHaveLength(1);
    expect(
      await ensure(
        account,
        offered.map(({ value }) => value),
      ),
    ).toBe('created');
  });
});

function raise(): never {
  throw new Error('The simulator has no such row.');
}
