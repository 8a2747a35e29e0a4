import { itemsOf } from '../src/client/execution.ts';
import { setUpHaloConnect } from '../src/workflows/halo-connect.ts';
import { setStage, type Stage } from './support/carehooks-server.ts';
import { FIRST_RUN_MS } from './support/ping-server.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
}, FIRST_RUN_MS);

afterAll(() => stage?.close());

const queryId = 'abcdef01-2345-6789-abcd-ef0123456789';

test('a result of 20 pages is fetched after the platform has its answer', async () => {
  const { client, server, simulator } = stage;
  const { haloConnect } = simulator.platforms;
  haloConnect.settings.update({ results: { pageRows: 10, pageDelay: 300 } });
  const { asyncQueries } = haloConnect.data.production;
  const query = asyncQueries.get(queryId);
  const rows = Array.from({ length: 200 }, (_, index) => ({ AppointmentId: index + 1 }));
  if (query !== undefined) asyncQueries.put({ ...query, result: rows });

  const { id } = await setUpHaloConnect(client, server.url, simulator, {
    name: 'Rows',
    parameters: { events: ['async'], expand: ['result', 'site'], options: { deadline: 30 } },
  });
  await client.publish(id);

  const [delivery] = await haloConnect.fire('async', { entityId: queryId }).settled();
  expect(delivery?.attempts.map(({ outcome }) => outcome)).toMatchObject([{ kind: 'answered', status: 200 }]);
  const [attempt] = delivery?.attempts ?? [];
  const answeredAt = Date.parse(attempt?.startedAt ?? '') + (attempt?.duration ?? 0);

  const [execution] = await client.waitForExecutions(id, 1, { timeout: 40_000 });
  const [item] = execution === undefined ? [] : itemsOf(execution, 'Done');
  expect(item?.json).toMatchObject({
    queryId,
    result: { status: 'complete', rowCount: 200, pageCount: 20, truncated: false },
    site: { name: 'Wattle Street Medical' },
    trigger: { event: 'async', expansion: { result: 'ok', site: 'ok' } },
  });
  expect((item?.json['result'] as { rows: unknown[] }).rows).toEqual(rows);

  const pages = haloConnect.requests.list().filter(({ path }) => /\/results\/\d+$/.test(path));
  expect(pages).toHaveLength(20);
  // The platform waits five seconds at the most; it had its answer long before the last page was there.
  expect(answeredAt).toBeLessThan(Date.parse(pages.at(-1)?.at ?? ''));
});
