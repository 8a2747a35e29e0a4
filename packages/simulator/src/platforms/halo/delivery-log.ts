import { halo, type JsonObject } from '@carehooks/core';
import type { LoggedDelivery } from '../../delivery/log.ts';
import type { HaloParts } from './parts.ts';

/** Rows of `GET /WebhookEvent`: what was sent to a webhook, and what it answered. */
export function webhookEvents({ log }: HaloParts, query: Readonly<Record<string, string>>): JsonObject[] {
  const { webhook_id, count, orderdesc } = query;
  const rows = log
    .list(halo.id)
    .filter(({ record }) => webhook_id === undefined || record.webhookId === webhook_id)
    .map(toRow);
  if (orderdesc === 'true') rows.reverse();
  return rows.slice(0, Number(count ?? rows.length));
}

function toRow({ order, record }: LoggedDelivery): JsonObject {
  const outcome = record.attempts.at(-1)?.outcome;
  const answered = outcome?.kind === 'answered' ? outcome : null;
  return {
    id: record.id,
    webhook_id: record.webhookId,
    timestamp: record.queuedAt,
    status: record.state === 'delivered' ? 1 : 0,
    duration: record.attempts.at(-1)?.duration ?? 0,
    requestbody: Buffer.from(order.body).toString(),
    responsestatus: answered?.status ?? null,
    responsebody: answered?.body ?? null,
    error: outcome === undefined || answered !== null ? null : outcome.kind,
  };
}
