import { complete, type CareEvent, halo, type JsonObject } from '../../../src/index.ts';
import { accept } from '../../../src/accept.ts';
import {
  fakeClock,
  fixtureSecret,
  relatedAnswer,
  type Routes,
  scriptedHttp,
  signedDelivery,
} from '../../../src/testing/index.ts';

const connection = { haloUrl: 'https://care.halopsa.com/', accessToken: 'token' };

function eventsOf(body: JsonObject | JsonObject[]): readonly CareEvent[] {
  const outcome = accept(signedDelivery({ platform: halo, body }), {
    platform: halo,
    secrets: [fixtureSecret(halo)],
  });
  return outcome.kind === 'accepted' ? outcome.events : [];
}

async function expand(
  body: JsonObject | JsonObject[],
  relations: readonly string[],
  script: Parameters<typeof scriptedHttp>[0],
  parameters: Record<string, string> = {},
) {
  const { http, calls } = scriptedHttp(script);
  const items = await complete(eventsOf(body), {
    ...{ platform: halo, connection: { ...connection, ...parameters }, relations, http, clock: fakeClock() },
    ...({ onFailure: 'keep', output: 'full', timeLimit: 10_000 } as const),
  });
  return { items, calls };
}

const full = relatedAnswer('halo', 'ticket') as JsonObject;
const actions = relatedAnswer('halo', 'actions') as { actions: JsonObject[] };
const information = { event: 'ticket status changed', object_id: 4251 };

const api: Routes = {
  'GET /api/Tickets/4251?includedetails=true&includelastaction=true': { json: full },
  'GET /api/Actions': { json: actions as unknown as JsonObject },
  'GET /api/Client/12?includedetails=true': { json: { id: 12, name: 'Rosewood House Care' } },
  'GET /api/Users/88?includedetails=true': { json: { id: 88, name: 'Martha Oyelaran' } },
};

describe('relations of HALO', () => {
  it('of event information only are told by the ticket, once it was fetched', async () => {
    const { items, calls } = await expand(information, ['ticket', 'client', 'user'], api);
    expect(items[0]?.trigger.expansion).toEqual({ ticket: 'ok', client: 'ok', user: 'ok' });
    expect(items[0]).toMatchObject({ ticket: { id: 4251 }, client: { name: 'Rosewood House Care' } });
    expect(calls).toHaveLength(3);
  });

  it('are not known without the ticket', async () => {
    const { items, calls } = await expand(information, ['client'], api);
    expect(items[0]?.trigger.expansion).toEqual({ client: 'absent' });
    expect(calls).toEqual([]);
  });

  it('leave private notes out, also as the last action of a ticket', async () => {
    const { items, calls } = await expand(information, ['ticket', 'actions'], api);
    expect(JSON.stringify(items)).not.toContain('Access point');
    expect(items[0]?.['actions']).toHaveLength(2);
    expect(calls).toContain('GET /api/Actions?ticket_id=4251&count=50&excludeprivate=true');
  });

  it('hold private notes where that is asked for', async () => {
    const wanted = { includePrivateNotes: 'yes' };
    const { items, calls } = await expand(information, ['ticket', 'actions'], api, wanted);
    expect(items[0]).toMatchObject({ ticket: { lastaction: { hiddenfromuser: true } } });
    expect(items[0]?.['actions']).toHaveLength(3);
    expect(calls).toContain('GET /api/Actions?ticket_id=4251&count=50');
  });

  it('take a full ticket as it is, and a small one for a reference', async () => {
    const sent = { ...information, ticket: full };
    expect((await expand(sent, ['ticket'], { status: 500 })).calls).toEqual([]);
    const { id = 0, summary = '', client_id = 0 } = full;
    const small = { ...information, ticket: { id, summary, client_id, details: 'Short', kept: 'as sent' } };
    const { items } = await expand(small, ['ticket'], api);
    expect(items[0]?.['ticket']).toMatchObject({ kept: 'as sent', user_name: 'Martha Oyelaran' });
  });

  it.each([
    ['a shown name', { ticket: { id: 4251, client_id: 'Rosewood House Care' } }],
    ['nobody', { ticket: { id: 4251, client_id: 0 } }],
    ['a negative number', { ticket: { id: 4251, client_id: -1 } }],
    ['a path', { ticket: { id: 4251, client_id: '../Users/1' } }],
  ])('fetch nothing for %s', async (_what, body) => {
    const { items, calls } = await expand({ ...information, ...body }, ['client'], api);
    expect(items[0]?.trigger.expansion).toEqual({ client: 'absent' });
    expect(calls).toEqual([]);
  });

  it('take the object of an event for no ticket where the payload shows what it is', async () => {
    const sent = { event: 'asset updated', object_id: 7, asset: { id: 7 } };
    const { items, calls } = await expand(sent, ['ticket', 'actions'], api);
    expect(items[0]?.trigger.expansion).toEqual({ ticket: 'absent', actions: 'absent' });
    expect(calls).toEqual([]);
  });

  it('do not take another record for the one that was asked for', async () => {
    const wrong = { 'GET /api/Tickets/4251': { json: { id: 4252 } } };
    const { items } = await expand(information, ['ticket'], wrong);
    expect(items[0]?.trigger.expansion).toEqual({ ticket: 'answer-unexpected' });
  });

  it('of a batch of 100 events with 5 clients cost 5 requests, and one broken event loses no other', async () => {
    const batch = Array.from({ length: 100 }, (_, index) => ({
      ...{ event: 'new ticket logged', object_id: index + 1, webhook_id: 'w' },
      id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      ticket: { id: index + 1, client_id: (index % 5) + 1 },
    }));
    const broken = batch.map((part, index) => (index === 40 ? (null as unknown as JsonObject) : part));
    const { items, calls } = await expand(broken, ['client'], ({ url }) => ({
      json: { id: Number(new URL(url).pathname.split('/').at(-1)), name: 'A client' },
    }));
    expect(items).toHaveLength(99);
    expect(calls).toHaveLength(5);
    expect(new Set(items.map((item) => item.trigger.expansion['client']))).toEqual(new Set(['ok']));
  });

  it('that cannot be fetched for one event leave the others whole', async () => {
    const batch = [1, 2, 3].map((client) => ({
      event: 'x',
      n: client,
      ticket: { id: 9, client_id: client },
    }));
    const { items } = await expand(batch, ['client'], ({ url }) => {
      const id = Number(new URL(url).pathname.split('/').at(-1));
      return id === 2 ? { status: 404 } : { json: { id, name: 'A client' } };
    });
    expect(items.map((item) => item.trigger.expansion['client'])).toEqual(['ok', 'not-found', 'ok']);
  });
});
