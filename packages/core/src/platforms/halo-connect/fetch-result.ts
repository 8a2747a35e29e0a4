import { type Connection, settingOf } from '../../connection.ts';
import { TriggerError } from '../../errors.ts';
import type { Exchange } from '../../http/exchange.ts';
import { asObject, asObjects, asText, type JsonObject, type JsonValue } from '../../json.ts';
import { parameters } from './parameters.ts';
import { queryPath, type QueryReference } from './reference.ts';
import { type Collected, reasonOf, type ResultLimits, shapeResult } from './result.ts';

/** Fetches the result of a query, whatever it takes. Source: https://docs.haloconnect.io/halo-cloud/sql-passthrough */
export function* fetchResult(reference: QueryReference, connection: Connection): Exchange<JsonObject> {
  const limits = readLimits(connection);
  const found = yield* reference.source === 'async'
    ? collectPages(reference, limits)
    : collectPiece(reference);
  return shapeResult(found, limits);
}

function readLimits(connection: Connection): ResultLimits {
  const text = settingOf(connection, parameters, 'maxRows').trim();
  const rows = /^\d{1,9}$/.test(text) ? Number(text) : Number(parameters[0].default);
  return { maxRows: rows, rawData: settingOf(connection, parameters, 'rawData') === 'base64' };
}

/** Registered results come in one piece. */
function* collectPiece(reference: QueryReference): Exchange<Collected> {
  const nothing = emptyOf(reference, null, 1, null);
  try {
    const answer = yield { path: [...queryPath(reference), 'results'] };
    const body = asObject(answer.body);
    return {
      ...nothing,
      pages: dataOf(body),
      parameters: body['parameters'] ?? null,
      rowsTotal: countOf(body['rows']),
    };
  } catch (error) {
    if (!isExpired(error)) throw error;
    return { ...nothing, missing: 'expired' };
  }
}

/** Async results come in pages. When time runs out or a page fails, what was fetched before it is kept. */
function* collectPages(reference: QueryReference, { maxRows }: ResultLimits): Exchange<Collected> {
  const answer = yield { path: queryPath(reference) };
  const query = asObject(answer.body);
  const result = asObject(query['result']);
  const listed = asObjects(result['pages']);
  const nothing = emptyOf(reference, asText(query['status']), listed.length, countOf(result['rows']));
  const unlisted = listed.length === 0 && (nothing.rowsTotal ?? 0) > 0;
  if (nothing.queryStatus !== 'successful' || unlisted) return { ...nothing, missing: 'unfinished' };

  const pages: string[] = [];
  let outputs: JsonValue = null;
  let rows = 0;
  const collected = (rest: Partial<Collected>) => ({ ...nothing, pages, parameters: outputs, ...rest });
  for (const page of listed) {
    if (maxRows > 0 && rows >= maxRows) return collected({ limited: true });
    // Pages that are still being uploaded cannot be fetched yet.
    if (page['status'] !== 'cached') return collected({ missing: 'unfinished' });
    try {
      const number = asText(page['pageNumber']) ?? String(listed.indexOf(page) + 1);
      const { body } = yield { path: [...queryPath(reference), 'results', number] };
      pages.push(...dataOf(asObject(body)));
      outputs ??= asObject(body)['parameters'] ?? null;
      rows += countOf(asObject(page['rows'])['count']) ?? 0;
    } catch (error) {
      if (!(error instanceof TriggerError) || (pages.length === 0 && !isExpired(error))) throw error;
      return collected({ missing: reasonOf(error) });
    }
  }
  return collected({});
}

function emptyOf(
  { queryId, source }: QueryReference,
  queryStatus: string | null,
  pagesTotal: number,
  rowsTotal: number | null,
): Collected {
  return {
    id: queryId,
    source,
    queryStatus,
    pages: [],
    pagesTotal,
    rowsTotal,
    parameters: null,
    missing: null,
    limited: false,
  };
}

/** A statement that gives no rows has no data. */
function dataOf(body: JsonObject): string[] {
  return typeof body['data'] === 'string' ? [body['data']] : [];
}

function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function isExpired(error: unknown): boolean {
  return error instanceof TriggerError && error.facts.status === 410;
}
