import { randomUUID } from 'node:crypto';
import type { z } from 'zod/v4';
import { Refusal } from '../../refusal.ts';
import type { newRegisteredQuery } from './input.ts';
import type { AsyncQuery, HaloConnectData, RegisteredQuery, Result } from './records.ts';
import { hashOf } from './result.ts';

export function createAsyncQuery(data: HaloConnectData, siteId: string, now: number): AsyncQuery {
  const at = new Date(now).toISOString();
  const query: AsyncQuery = {
    ...{ id: randomUUID(), siteId, status: 'queued' },
    ...{ createdAt: at, updatedAt: at, result: [] },
  };
  return data.asyncQueries.put(query);
}

/** @throws Refusal 404 */
export function finishAsyncQuery(data: HaloConnectData, id: string, result: Result, now: number): AsyncQuery {
  const query = data.asyncQueries.get(id);
  if (query === undefined) throw new Refusal(`There is no async query ${id}.`, 404);
  const updatedAt = new Date(now).toISOString();
  return data.asyncQueries.put({ ...query, status: 'successful', updatedAt, result });
}

export function registerQuery(
  data: HaloConnectData,
  siteId: string,
  input: z.output<typeof newRegisteredQuery>,
  now: number,
): RegisteredQuery {
  const { name, frequency, duration } = input;
  return data.registeredQueries.put({
    ...{ id: randomUUID(), siteId, name, frequency, duration },
    ...{ createdAt: new Date(now).toISOString(), cancelled: false },
    ...{ lastHash: null, lastSucceededAt: null, runs: 0, result: [] },
  });
}

/**
 * Runs a registered query once.
 *
 * @returns whether its result is another than the last
 * @throws Refusal 404, or 409 when it was cancelled
 */
export function runRegisteredQuery(data: HaloConnectData, id: string, result: Result, now: number): boolean {
  const query = data.registeredQueries.get(id);
  if (query === undefined) throw new Refusal(`There is no registered query ${id}.`, 404);
  if (query.cancelled) throw new Refusal(`The registered query ${id} is cancelled: register another.`, 409);
  const lastHash = hashOf(result);
  const lastSucceededAt = new Date(now).toISOString();
  data.registeredQueries.put({ ...query, result, lastHash, lastSucceededAt, runs: query.runs + 1 });
  return lastHash !== query.lastHash;
}
