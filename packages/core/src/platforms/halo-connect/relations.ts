import { TriggerError } from '../../errors.ts';
import type { Relation } from '../../expansion/relation.ts';
import type { ApiRequest, Exchange } from '../../http/exchange.ts';
import { asObject, asText, type JsonObject } from '../../json.ts';
import { sitePath } from './api.ts';
import { fetchResult } from './fetch-result.ts';
import { queryPath, readReference, referenceId } from './reference.ts';

/** Deliveries hold no data of a practice, only what leads to it. */
export const relations = {
  result: {
    key: 'result',
    label: 'Result',
    description: 'The rows that the query gave.',
    id: referenceId,
    *fetch(id, connection): Exchange<JsonObject> {
      return yield* fetchResult(readReference(id), connection);
    },
  },
  query: {
    key: 'query',
    label: 'Query',
    description: 'The query with its status and, where it is registered, its name and metrics.',
    id: referenceId,
    *fetch(id): Exchange<JsonObject> {
      const reference = readReference(id);
      return yield* fetchRecord({ path: queryPath(reference) }, reference.queryId);
    },
  },
  site: {
    key: 'site',
    label: 'Site',
    description: 'The practice with its name, system and availability.',
    id: (entity) => asText(entity['siteId']),
    *fetch(id): Exchange<JsonObject> {
      return yield* fetchRecord({ path: sitePath(id) }, id);
    },
  },
} satisfies Record<string, Relation>;

/** Letter case says nothing in a GUID. */
function* fetchRecord(request: ApiRequest, id: string): Exchange<JsonObject> {
  const answer = yield request;
  const record = asObject(answer.body);
  if (asText(record['id'])?.toLowerCase() !== id.toLowerCase()) {
    throw new TriggerError('api-answer-unexpected');
  }
  return record;
}
