import type { Connection } from '../../connection.ts';
import type { Exchange } from '../../http/exchange.ts';
import { asObject, asText, type JsonObject, type JsonValue } from '../../json.ts';
import type { Changes } from '../../platform.ts';
import { listRegisteredQueries, siteOf } from './api.ts';

/**
 * Registered queries of the connection's site that ran since. The id holds the hash of the result, so that a run
 * without a change is the same event again.
 */
export const changes: Changes = {
  event: 'registered',
  versionField: 'id',
  *list(since, connection): Exchange<JsonValue[]> {
    const results = yield* listResults(connection);
    return results.filter(({ occurredAt }) => Date.parse(String(occurredAt)) > Date.parse(since));
  },
};

/** The latest result of every registered query that has one, in the shape of webhook bodies, newest first. */
export function* listResults(connection: Connection): Exchange<JsonObject[]> {
  const siteId = siteOf(connection);
  const queries = yield* listRegisteredQueries(connection);
  return queries
    .flatMap((query) => toBody(query, siteId))
    .sort((left, right) => Date.parse(String(right['occurredAt'])) - Date.parse(String(left['occurredAt'])));
}

function toBody(query: JsonObject, siteId: string): JsonObject[] {
  const queryId = asText(query['id']);
  const hash = asText(query['lastHash']);
  const occurredAt = asText(asObject(query['metrics'])['lastSucceededAt']);
  if (queryId === null || hash === null || occurredAt === null) return [];
  return [{ id: `${queryId} ${hash}`, occurredAt, siteId, queryId, webhookSource: 'registered' }];
}
