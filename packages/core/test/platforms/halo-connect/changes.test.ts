import { changedItems, haloConnect, type JsonValue, sampleItems } from '../../../src/index.ts';
import { fakeClock, scriptedHttp } from '../../../src/testing/index.ts';

function query(id: string, lastHash: string | null, lastSucceededAt: string): JsonValue {
  return { id, ...(lastHash === null ? {} : { lastHash }), metrics: { lastSucceededAt } };
}

function options(registeredQueries: JsonValue[]) {
  const { http } = scriptedHttp({ json: { registeredQueries } });
  return {
    platform: haloConnect,
    connection: { apiKey: 'k', siteId: 's_1' },
    relations: [],
    ...{ onFailure: 'keep' as const, output: 'full' as const },
    ...{ timeLimit: 10_000, http, clock: fakeClock() },
  };
}

const since = '2026-01-15T00:00:00.000Z';
const [early, noon, late] = ['2026-01-14T23:59:59Z', '2026-01-15T12:00:00Z', '2026-01-15T18:00:00Z'];

describe('changes at Halo Connect', () => {
  it('are registered queries that ran since, newest first', async () => {
    const found = [query('q_1', 'a', noon), query('q_2', 'b', early), query('q_3', 'c', late)];
    const items = await changedItems(since, options([...found, query('q_4', null, late)]));
    expect(items).toMatchObject([
      { id: 'q_3 c', queryId: 'q_3', siteId: 's_1', webhookSource: 'registered', occurredAt: late },
      { id: 'q_1 a', queryId: 'q_1', trigger: { event: 'registered' } },
    ]);
    expect(items).toHaveLength(2);
  });

  it('are the same while the hash of the result is, however often the query runs', async () => {
    const [first] = await changedItems(since, options([query('q_1', 'a', noon)]));
    const [again] = await changedItems(since, options([query('q_1', 'a', late)]));
    const [changed] = await changedItems(since, options([query('q_1', 'b', late)]));
    expect([again?.id === first?.id, changed?.id === first?.id]).toEqual([true, false]);
    expect(haloConnect.changes.versionField).toBe('id');
  });

  it('serve as samples of registered queries, and never of async ones', async () => {
    const [registered] = await sampleItems('registered', options([query('q_1', 'a', early)]));
    expect(registered).toMatchObject({ queryId: 'q_1', webhookSource: 'registered' });
    const [asyncQuery] = await sampleItems('async', options([query('q_1', 'a', early)]));
    expect(asyncQuery).toMatchObject({ webhookSource: 'async' });
  });
});
