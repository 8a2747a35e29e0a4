import type { Exchange } from '../../http/exchange.ts';
import { asText, type JsonObject, type JsonValue } from '../../json.ts';
import { rowsOf } from './api.ts';
import { listLogged } from './delivery-log.ts';
import { hasOurName } from './webhooks.ts';

/** Bodies that a webhook of ours was sent lately, newest first. None without such a webhook, or without admin rights. */
export function* deliveredBodies(): Exchange<JsonValue[]> {
  const webhooks = yield { path: ['Webhook'], query: [['type', '0']], expect: [403, 404] };
  const id = asText(rowsOf(webhooks).find(hasOurName)?.['id']);
  return id === null ? [] : (yield* listLogged(id)).flatMap(bodiesOf);
}

/** The logged body is text, and a list where the webhook batches. */
function bodiesOf(row: JsonObject): JsonValue[] {
  try {
    const body = JSON.parse(asText(row['requestbody']) ?? 'null') as JsonValue;
    return Array.isArray(body) ? body : [body];
  } catch {
    // A log may be shortened; what cannot be read is no sample.
    return [];
  }
}
