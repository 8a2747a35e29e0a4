import type { Exchange } from '../../http/exchange.ts';
import { asText, type JsonObject } from '../../json.ts';
import type { SentDelivery } from '../../subscription/subscription.ts';
import { rowsOf } from './api.ts';

/** The last deliveries to a webhook, newest first, with bodies and answers. Empty without the right to see them. */
export function* listLogged(webhook: string): Exchange<JsonObject[]> {
  const answer = yield {
    path: ['WebhookEvent'],
    query: [
      ['webhook_id', webhook],
      ['count', '20'],
      ['orderdesc', 'true'],
    ],
    expect: [403, 404],
  };
  return rowsOf(answer);
}

/** When each was sent, and what was answered. */
export function* listSent(webhook: string): Exchange<SentDelivery[]> {
  const rows = yield* listLogged(webhook);
  return rows.map((row) => {
    const status = Number(asText(row['responsestatus']) ?? 0);
    return { at: asText(row['timestamp']), status: Number.isInteger(status) && status > 0 ? status : null };
  });
}
