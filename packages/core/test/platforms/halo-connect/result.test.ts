import { complete, haloConnect, type JsonObject } from '../../../src/index.ts';
import { fakeClock, type Script, scriptedHttp, timeoutError } from '../../../src/testing/index.ts';
import { careEvent } from '../../care-event.ts';
import { base64, fetchResult, page, pages, query, root, rows, twoPages } from './scripted-result.ts';

describe('the result of an async query', () => {
  it('is put together from every page', async () => {
    const { result, expansion, calls } = await fetchResult(twoPages);
    expect(expansion).toBe('ok');
    expect(result).toEqual({
      ...{ id: 'q_1', source: 'async', status: 'complete', queryStatus: 'successful' },
      ...{ truncated: false, missing: null, rowCount: 5, rowsTotal: 5, pageCount: 2, pagesTotal: 2 },
      ...{ rows, text: null, parameters: [] },
    });
    expect(calls).toEqual([`GET ${root}/q_1`, `GET ${root}/q_1/results/1`, `GET ${root}/q_1/results/2`]);
  });

  it.each([
    ['3', 3, 2],
    ['2', 2, 2],
    ['4', 4, 3],
  ])('is cut at %s rows, and says so', async (maxRows, rowCount, requests) => {
    const { result, calls } = await fetchResult(twoPages, { connection: { maxRows } });
    expect(result).toMatchObject({
      ...{ status: 'truncated', truncated: true, rowCount, rowsTotal: 5, missing: null },
      rows: rows.slice(0, rowCount),
    });
    expect(calls).toHaveLength(requests);
  });

  it.each([['5'], ['0'], ['many'], ['']])('is whole under a limit of "%s" rows', async (maxRows) => {
    const { result } = await fetchResult(twoPages, { connection: { maxRows } });
    expect(result).toMatchObject({ status: 'complete', truncated: false, rows });
  });

  it.each([
    ['time runs out', timeoutError(), 'timeout'],
    ['the API is down', { status: 503 }, 'unavailable'],
    ['it is kept no longer', { status: 410 }, 'expired'],
    ['the page is gone', { status: 404 }, 'not-found'],
  ] as Array<[string, Script, string]>)('keeps the pages until %s', async (_what, answer, missing) => {
    const given = pages([3, 2], [page(rows.slice(0, 3)), answer]);
    for (const onFailure of ['keep', 'fail'] as const) {
      const { result, expansion } = await fetchResult(given, { onFailure });
      expect(expansion).toBe('ok');
      expect(result).toMatchObject({
        status: 'partial',
        missing,
        truncated: false,
        rowCount: 3,
        rowsTotal: 5,
      });
    }
  });

  it('keeps what was fetched when the deadline passes between pages', async () => {
    const slow = scriptedHttp(
      pages(
        [1, 1, 1, 1],
        rows.slice(0, 4).map((row) => page([row])),
      ),
    );
    const clock = fakeClock();
    const told = { siteId: 's_1', queryId: 'q_1', webhookSource: 'async' };
    const [item] = await complete([careEvent('d_1', told)], {
      platform: haloConnect,
      connection: { apiKey: 'k' },
      relations: ['result'],
      ...{ onFailure: 'keep', output: 'full', timeLimit: 10_000, clock },
      http: (request) => {
        clock.advance(4_000);
        return slow.http(request);
      },
    });
    expect(item?.['result']).toMatchObject({
      status: 'partial',
      missing: 'timeout',
      pageCount: 2,
      pagesTotal: 4,
    });
  });

  it.each([['queued'], ['uploading']])('tells that its last page is still %s', async (last) => {
    const { result } = await fetchResult(pages([3, 2], [page(rows.slice(0, 3))], last));
    expect(result).toMatchObject({ status: 'partial', missing: 'unfinished', rowCount: 3 });
  });

  it.each([
    ['the query is executing', query([], 'cached', 'executing')],
    ['no page is listed', { json: { id: 'q_1', status: 'successful', result: { rows: 3, pages: [] } } }],
    ['there is no result', { json: { id: 'q_1', status: 'uploadFailed' } }],
  ])('is unfinished where %s', async (_what, answer) => {
    const { result, calls } = await fetchResult({ [`GET ${root}/q_1`]: answer });
    expect(result).toMatchObject({ status: 'unfinished', missing: 'unfinished', rows: [] });
    expect(calls).toHaveLength(1);
  });

  it('may hold no rows', async () => {
    const { result } = await fetchResult({ [`GET ${root}/q_1`]: query([]) });
    expect(result).toMatchObject({ status: 'complete', rows: [], rowCount: 0, rowsTotal: 0 });
  });

  it('is told as expired when its first page is', async () => {
    const { result, expansion } = await fetchResult(pages([3, 2], [{ status: 410 }]));
    expect(expansion).toBe('ok');
    expect(result).toMatchObject({ status: 'expired', missing: 'expired', rows: [], pagesTotal: 2 });
  });

  it.each([
    [{ status: 403 }, 'forbidden'],
    [{ status: 404 }, 'not-found'],
    [timeoutError(), 'timeout'],
  ] as Array<[Script, string]>)(
    'is missing where nothing of it can be fetched: %#',
    async (answer, reason) => {
      const { result, expansion } = await fetchResult(pages([3], [answer]));
      expect([result, expansion]).toEqual([undefined, reason]);
    },
  );
});

describe('the result of a registered query', () => {
  const route = `GET ${root}/registered/q_1/results`;
  const registered = { source: 'registered' };

  it('comes in one piece and has the same fields', async () => {
    const json = { data: base64(rows), parameters: null, rows: 5, size: 25 };
    const { result, calls } = await fetchResult({ [route]: { json } }, registered);
    const { result: paged } = await fetchResult(twoPages);
    expect(Object.keys(result as JsonObject)).toEqual(Object.keys(paged as JsonObject));
    expect(result).toMatchObject({
      source: 'registered',
      status: 'complete',
      rows,
      rowsTotal: 5,
      pageCount: 1,
    });
    expect(calls).toEqual([route]);
  });

  it('is cut at the limit', async () => {
    const json = { data: base64(rows), parameters: null, rows: 5 };
    const { result } = await fetchResult(
      { [route]: { json } },
      { ...registered, connection: { maxRows: '2' } },
    );
    expect(result).toMatchObject({ status: 'truncated', truncated: true, rowCount: 2, rowsTotal: 5 });
  });

  it('may be kept no longer', async () => {
    const json = { status: 410, statusText: 'Gone', message: 'Gone' };
    const { result } = await fetchResult({ [route]: { status: 410, json } }, registered);
    expect(result).toMatchObject({ status: 'expired', rows: [] });
  });

  it('fails the run where it cannot be fetched for now and that is asked for', async () => {
    const failing = fetchResult({ [route]: { status: 401 } }, { ...registered, onFailure: 'fail' });
    await expect(failing).rejects.toMatchObject({ code: 'api-unauthorized' });
  });
});
