import { type Connection, settingOf } from '../../connection.ts';
import { TriggerError } from '../../errors.ts';
import type { Exchange } from '../../http/exchange.ts';
import { asObject, asText, isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import type { Api } from '../../api.ts';
import { settings } from './settings.ts';

/** Source: https://docs.allyhealth.co.uk/docs/api-overview */
export const api: Api = {
  baseUrl: (connection) => settingOf(connection, settings, 'baseUrl'),

  authorize(connection): Record<string, string> {
    const key = connection['apiKey'] ?? '';
    if (key === '') return {};
    const scheme = settingOf(connection, settings, 'authorizationScheme');
    return { authorization: scheme === '' ? key : `${scheme} ${key}` };
  },

  /** Test and live data have the same address; the key's prefix tells them apart. */
  environment(connection) {
    const key = connection['apiKey'] ?? '';
    if (key.startsWith('test_')) return 'test';
    return key.startsWith('live_') ? 'live' : null;
  },

  *test(connection): Exchange<{ label: string }> {
    const answer = yield { path: ['organisations'] };
    // The shape of the answer is not documented, so any will do, but none at all.
    if (answer.body === null) throw new TriggerError('api-answer-unexpected');
    const name = asText(listIn(answer.body)?.[0]?.['name']) ?? 'Ally (Heim)';
    return { label: api.environment(connection) === 'test' ? `${name} (test mode)` : name };
  },
};

/**
 * The records of a list.
 *
 * @throws TriggerError where there is no list
 */
export function rowsOf(body: JsonValue): JsonObject[] {
  const rows = listIn(body);
  if (rows === null) throw new TriggerError('api-answer-unexpected');
  return rows;
}

/** With or without an envelope: the shape of list answers is not documented. */
function listIn(body: JsonValue): JsonObject[] | null {
  const rows = isJsonObject(body) ? body['data'] : body;
  return Array.isArray(rows) ? rows.filter(isJsonObject) : null;
}

/** One record, with or without an envelope. Unwrapped once: an appointment has an `id` beside its own `data`. */
export function recordOf(body: JsonValue): JsonObject {
  const outer = asObject(body);
  return outer['id'] === undefined && isJsonObject(outer['data']) ? outer['data'] : outer;
}

/** Recently changed first. Sorting by the API is not documented, so its first page is sorted here. */
export function newestFirst(rows: readonly JsonObject[]): JsonObject[] {
  return [...rows].sort((left, right) => changedAt(right).localeCompare(changedAt(left)));
}

function changedAt(row: JsonObject): string {
  return asText(row['updatedAt']) ?? '';
}

/** Appointments in the shape of webhook bodies. */
export function* listAppointments(connection: Connection, filter?: string): Exchange<JsonValue[]> {
  const query = filter === undefined ? [] : [['filter', filter] as const];
  const answer = yield { path: ['appointments'], query };
  return newestFirst(rowsOf(answer.body)).map((row) => ({ data: row }));
}
