import { TriggerError } from '../../errors.ts';
import type { Exchange } from '../../http/exchange.ts';
import { asText } from '../../json.ts';
import { recordIn, rowsOf } from './api.ts';

/** A notification that sends an event to a webhook. */
export interface Binding {
  readonly id: string;
  readonly number: string;
}

export function* listBindings(webhook: string): Exchange<Binding[]> {
  const answer = yield { path: ['Notification'], query: [['webhook_id', webhook]], expect: [404] };
  return rowsOf(answer).flatMap((row) => {
    const id = asText(row['id']);
    // Should the server not know the filter, notifications of others must not count as ours.
    const isOurs = asText(row['webhook_id'])?.toLowerCase() === webhook.toLowerCase();
    return id !== null && isOurs ? [{ id, number: asText(row['eventno']) ?? '' }] : [];
  });
}

/**
 * Binds an event to a webhook. `type` -2 and `delivery_method` 6 stand for webhooks. `guid` is null, since a notification
 * with the `guid` of another would take its place; HALO gives it one.
 */
export function* bind(webhook: string, number: string): Exchange<void> {
  const notification = {
    guid: null,
    webhook_id: webhook,
    type: -2,
    delivery_method: 6,
    eventno: Number(number),
    name: '',
    agent_id: 0,
    filter_type: 2,
    restriction_type: 0,
    interval: 0,
    useworkinghours: 0,
    conditions: [],
  };
  const answer = yield { method: 'POST', path: ['Notification'], json: [notification] };
  if (asText(recordIn(answer.body)['id']) === null) throw new TriggerError('subscription-not-confirmed');
}

export function* unbind(binding: string): Exchange<void> {
  yield { method: 'DELETE', path: ['Notification', binding], expect: [404, 410] };
}
