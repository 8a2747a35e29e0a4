import type { AsyncQuery, RegisteredQuery } from './records.ts';
import { countRows, encode, pagesOf } from './result.ts';
import type { HaloConnectSettings } from './settings.ts';

/** An async query as the API shows it; its result has no data here, only what leads to its pages. */
export function asyncView(query: AsyncQuery, settings: HaloConnectSettings['results']) {
  const { id, siteId, status, createdAt, updatedAt, result } = query;
  const view = { id, siteId, mode: 'async', status, createdAt, updatedAt };
  if (status !== 'successful') return view;
  const pages = pagesOf(result, settings).map(({ pageNumber, status: page, size, rows }) => ({
    ...{ pageNumber, status: page, size, rows },
  }));
  return { ...view, result: { rows: countRows(result), size: encode(result).size, pages } };
}

export function registeredView(query: RegisteredQuery, now: number) {
  const { id, name, frequency, duration, createdAt, lastHash, lastSucceededAt, runs, result } = query;
  return {
    ...{
      id,
      name,
      registeredQueryType: 'query',
      status: statusOf(query, now),
      frequency,
      duration,
      createdAt,
    },
    ...(lastHash === null ? {} : { lastHash }),
    metrics: {
      lastExecutionDuration: 15,
      executionSucceededCount: runs,
      executionFailedCount: 0,
      resultSizeSum: encode(result).size,
      ...(lastSucceededAt === null ? {} : { lastSucceededAt }),
    },
  };
}

function statusOf({ cancelled, createdAt, duration }: RegisteredQuery, now: number): string {
  if (cancelled) return 'cancelled';
  return now > Date.parse(createdAt) + duration * 1_000 ? 'completed' : 'enabled';
}
