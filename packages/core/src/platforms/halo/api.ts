import type { Api } from '../../api.ts';
import { TriggerError } from '../../errors.ts';
import type { ApiAnswer, Exchange } from '../../http/exchange.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import { apiUrl } from './address.ts';
import { session } from './session.ts';

/** The reference of an instance is at its own address under `/apidoc`: https://usehalo.com/guides/929 */
export const api: Api = {
  baseUrl: apiUrl,

  authorize(connection): Record<string, string> {
    const token = connection['accessToken'] ?? '';
    return token === '' ? {} : { authorization: `Bearer ${token}` };
  },

  session,

  // No answer tells whether an instance is for trying things out.
  environment: () => null,

  *test(connection): Exchange<{ label: string }> {
    rowsOf(yield { path: ['Status'] });
    return { label: new URL(apiUrl(connection)).host };
  },
};

/**
 * The rows of a list, which come bare or beside a count: `{"record_count": 1, "tickets": [{…}]}`. Refused, it has none.
 *
 * @throws TriggerError where there is no list: taken for an empty one, it would have webhooks made twice
 */
export function rowsOf({ status, body }: ApiAnswer): JsonObject[] {
  if (status >= 300) return [];
  const list = listIn(body);
  if (list === null) throw new TriggerError('api-answer-unexpected', { status });
  return list.filter(isJsonObject);
}

function listIn(body: JsonValue): JsonValue[] | null {
  if (Array.isArray(body)) return body;
  return isJsonObject(body) ? (Object.values(body).find((value) => Array.isArray(value)) ?? null) : null;
}

/** The record of an answer to POST: requests are lists, answers are either a list or the object. */
export function recordIn(body: JsonValue): JsonObject {
  const record = Array.isArray(body) ? body[0] : body;
  return isJsonObject(record) ? record : {};
}
