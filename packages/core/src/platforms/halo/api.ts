import type { Api } from '../../api.ts';
import { TriggerError } from '../../errors.ts';
import type { Exchange } from '../../http/exchange.ts';
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
    const answer = yield { path: ['Status'] };
    if (listIn(answer.body) === null) throw new TriggerError('api-answer-unexpected');
    return { label: new URL(apiUrl(connection)).host };
  },
};

/** The rows of a list, which come bare or beside a count: `{"record_count": 1, "tickets": [{…}]}`. */
export function rowsOf(body: JsonValue): JsonObject[] {
  return (listIn(body) ?? []).filter(isJsonObject);
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
