import type { JsonObject } from '@carehooks/core';
import type { Received } from '@carehooks/harness/n8n';
import { simulatedAccount } from '../simulated-account.ts';
import { addTrigger, request } from './halo-setting.ts';

const account = simulatedAccount('halo');

/** 200 deliveries at once: 100 events, each sent twice. */
const parallel = 200;

const events = Array.from({ length: parallel }, (_, index): JsonObject => {
  const number = index % (parallel / 2);
  const id = `8e25bc7b-e07e-4102-9398-${String(number).padStart(12, '0')}`;
  return { event: 'ticket status changed', id, ticket: { id: number + 1, client_id: 12 } };
});

async function receiveAll(): Promise<Received[]> {
  const node = await addTrigger({ haloApi: account.connection() }, { expand: ['client'] });
  const connection = account.connection();
  return Promise.all(events.map((event) => node.receive(request(node, connection, event))));
}

function asked(path: string): number {
  return account
    .platform()
    .requests.list()
    .filter((one) => one.path.includes(path)).length;
}

jest.setTimeout(30_000);

describe(`${parallel} deliveries at once`, () => {
  it('give each event once, with its records, and log in once', async () => {
    const received = await receiveAll();
    expect(received.map(({ reply }) => reply.status)).toEqual(events.map(() => 200));
    const items = received.flatMap(({ run }) => run?.items[0] ?? []).map(({ json }) => json as JsonObject);
    const ids = items.map(({ trigger }) => (trigger as JsonObject)['deliveryId']);
    expect(new Set(ids)).toEqual(new Set(events.map(({ id }) => id)));
    expect(ids).toHaveLength(parallel / 2);
    expect(items.every(({ client }) => (client as JsonObject)['name'] === 'Rosewood House Care')).toBe(true);
    expect(asked('/Client/')).toBe(parallel / 2);
    expect(asked('/token')).toBe(1);
  });

  it('share the login that follows on a token which is no longer taken', async () => {
    const node = await addTrigger({ haloApi: account.connection() }, { expand: ['client', 'actions'] });
    const [first, ...others] = events.slice(0, 20);
    if (first === undefined) throw new Error('There is no event.');
    await node.receive(request(node, account.connection(), first));
    account.platform().tokens.clear();
    const received = await Promise.all(
      others.map((event) => node.receive(request(node, account.connection(), event))),
    );
    const items = received.flatMap(({ run }) => run?.items[0] ?? []);
    expect(items.map(({ json }) => (json['trigger'] as JsonObject)['expansion'])).toEqual(
      others.map(() => ({ client: 'ok', actions: 'ok' })),
    );
    expect(asked('/token')).toBe(2);
  });
});
