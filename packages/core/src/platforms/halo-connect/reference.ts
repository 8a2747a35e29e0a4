import { TriggerError } from '../../errors.ts';
import { asText, type JsonObject } from '../../json.ts';
import { sitePath } from './api.ts';

/** What leads to a query at the API. */
export interface QueryReference {
  readonly source: 'async' | 'registered';
  readonly siteId: string;
  readonly queryId: string;
}

/** As one id, or null where the event does not tell all of it. */
export function referenceId(entity: JsonObject): string | null {
  const parts = ['webhookSource', 'siteId', 'queryId'].map((field) => asText(entity[field]));
  const known = parts[0] === 'async' || parts[0] === 'registered';
  return known && parts.every((part) => part !== null) ? parts.join('/') : null;
}

/** @throws TriggerError `id-unsafe` where an id has parts of its own */
export function readReference(id: string): QueryReference {
  const [source, siteId, queryId, ...more] = id.split('/');
  if (siteId === undefined || queryId === undefined || more.length > 0) throw new TriggerError('id-unsafe');
  return { source: source === 'async' ? 'async' : 'registered', siteId, queryId };
}

/** Registered queries have a folder of their own. */
export function queryPath({ source, siteId, queryId }: QueryReference): string[] {
  const folder = source === 'registered' ? ['queries', 'registered'] : ['queries'];
  return [...sitePath(siteId), ...folder, queryId];
}
