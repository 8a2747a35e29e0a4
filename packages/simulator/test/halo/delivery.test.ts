import { accept, complete, halo, type JsonObject } from '@carehooks/core';
import { haloAccounts } from './account.ts';
import type { Receiver } from '../receiver.ts';

const { open, start } = haloAccounts();

type Account = Awaited<ReturnType<typeof open>>;

/** A webhook for all events of an account, with what a person set on it. */
async function subscribe(account: Account, changes: JsonObject = {}, ...reactions: number[]) {
  const receiver = await start.receiver(...reactions);
  const { webhooks } = account.platform;
  const secret = account.platform.account.register(receiver.url);
  const [webhook] = webhooks.list();
  if (webhook === undefined) throw new Error('Nothing was registered.');
  return { receiver, secret, webhook: webhooks.update(webhook, changes) };
}

function bodies(receiver: Receiver): unknown[] {
  return receiver.texts().map((text) => JSON.parse(text) as unknown);
}

describe('deliveries', () => {
  it('have Basic authentication and are accepted', async () => {
    const account = await open();
    const { receiver, secret } = await subscribe(account);
    await account.platform.fire('Ticket Status Changed').settled();
    const [delivery] = receiver.deliveries;
    expect(delivery && accept(delivery, { platform: halo, secrets: [secret] })).toMatchObject({
      kind: 'accepted',
      events: [{ type: 'ticket status changed', verified: 'basic' }],
    });
  });

  it.each([
    ['small', (body: JsonObject) => expect(body['ticket']).not.toHaveProperty('details')],
    ['full', (body: JsonObject) => expect(body['ticket']).toHaveProperty('details')],
    ['information', (body: JsonObject) => expect(body).not.toHaveProperty('ticket')],
    ['custom', (body: JsonObject) => expect(Object.keys(body)).toContain('Summary')],
  ] as const)('tell of a ticket as the %s payload does, and become one item', async (payload, check) => {
    const account = await open({ delivery: { payload } });
    const { receiver, secret } = await subscribe(account);
    await account.platform.fire('new ticket logged', { entityId: '4251' }).settled();
    check(bodies(receiver)[0] as JsonObject);
    const [delivery] = receiver.deliveries;
    const outcome = delivery && accept(delivery, { platform: halo, secrets: [secret] });
    const events = outcome?.kind === 'accepted' ? outcome.events : [];
    const [item, ...others] = await complete(events, {
      ...{ platform: halo, connection: account.connection, relations: ['ticket', 'client', 'agent'] },
      ...({ onFailure: 'fail', output: 'full', timeLimit: 5_000 } as const),
      ...{ http: account.client.http, clock: account.client.clock },
    });
    expect(others).toEqual([]);
    const state = payload === 'full' ? 'included' : 'ok';
    expect(item?.trigger.expansion).toEqual(
      payload === 'custom'
        ? { ticket: 'absent', client: 'absent', agent: 'absent' }
        : { ticket: state, client: 'ok', agent: 'ok' },
    );
  });

  it.each([
    ['any event together', 3, 0, [['new ticket logged', 'closed', 'closed']]],
    ['the same event together', 1, 0, [['new ticket logged'], ['closed', 'closed']]],
    ['no more than the maximum together', 3, 2, [['new ticket logged', 'closed'], ['closed']]],
    ['nothing together', 0, 0, [['new ticket logged'], ['closed'], ['closed']]],
  ])('send %s, as the webhook says', async (_what, batch_method, batch_limit, expected) => {
    const account = await open();
    const { receiver } = await subscribe(account, { batch_method, batch_limit, batch_delay_seconds: 20 });
    const events = ['new ticket logged', 'closed', 'closed'];
    const sent = await account.platform.fire(events, { entityId: '4251' }).settled();
    expect(sent.map((record) => record.events)).toEqual(expected);
    const names = bodies(receiver).map((body) => [body].flat().map((part) => (part as JsonObject)['event']));
    expect(names.toSorted((left, right) => right.length - left.length)).toEqual(
      expected.toSorted((left, right) => right.length - left.length),
    );
    expect(bodies(receiver).every((body) => Array.isArray(body))).toBe(batch_method > 0);
  });

  it('wait for more, as long as the webhook says', async () => {
    const account = await open();
    const { receiver } = await subscribe(account, { batch_method: 3, batch_delay_seconds: 120 });
    const first = account.platform.fire('closed', { entityId: '4251' });
    expect(first.deliveries).toEqual([]);
    const second = account.platform.fire('closed', { entityId: '4252' });
    expect(await first.settled()).toEqual(await second.settled());
    expect(receiver.deliveries).toHaveLength(1);
  });

  it('are not tried again, and too many failures switch the webhook off', async () => {
    const account = await open();
    const { receiver, webhook } = await subscribe(account, { auto_disable_attempts: 3 }, 500, 200, 500);
    for (let times = 0; times < 6; times += 1) {
      await account.platform.fire('closed', { entityId: '4251' }).settled();
    }
    // One is well, and the count begins anew after it.
    expect(receiver.deliveries).toHaveLength(5);
    expect(account.platform.webhooks.get(webhook.id)).toMatchObject({ disabled: true });
  });

  it('go to webhooks with a notification of the event only, and there is a list of them', async () => {
    const account = await open();
    await expect(async () => account.platform.fire('tea time')).rejects.toThrow('lookupid=64');
    await subscribe(account);
    expect(account.platform.fire('ticket reassigned').deliveries).toEqual([]);
  });
});
