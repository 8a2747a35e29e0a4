import { TriggerError } from '../../errors.ts';
import type { Exchange } from '../../http/exchange.ts';
import { asText, type JsonObject } from '../../json.ts';
import type { WantedSubscription } from '../../subscription/subscription.ts';
import { basicUser } from '../../subscription/secrets.ts';
import { isSameTarget } from '../../subscription/target.ts';
import { recordIn, rowsOf } from './api.ts';
import { listBindings, unbind } from './bindings.ts';

/** Begins the names of webhooks that we make. Only the address tells which one belongs to a trigger. */
const ourName = 'Carehooks';

export function nameFor(targetUrl: string): string {
  return `${ourName} ${URL.canParse(targetUrl) ? new URL(targetUrl).host : ''}`.trim();
}

export function hasOurName(row: JsonObject): boolean {
  return (asText(row['name']) ?? '').startsWith(ourName);
}

/** Our name and our user name: a webhook that someone else made for a trigger has another user, or none. */
export function bearsOurMark(row: JsonObject): boolean {
  return hasOurName(row) && row['basic_username'] === basicUser;
}

/** What makes the webhook ours and its deliveries authentic. Payload type and batching stay as people set them. */
export function fieldsOf({ targetUrl, secret }: WantedSubscription): JsonObject {
  const [user = '', ...password] = secret.split(':');
  return {
    url: targetUrl,
    type: 0,
    method: 0,
    content_type: 'application/json',
    active: true,
    disabled: false,
    authentication_type: 1,
    basic_username: user,
    basic_password: password.join(':'),
  };
}

/** Webhooks that call out; others start something in HALO. Where a list is short of addresses, each is asked for. */
export function* listWebhooks(): Exchange<JsonObject[]> {
  const answer = yield { path: ['Webhook'], query: [['type', '0']] };
  const webhooks: JsonObject[] = [];
  for (const row of rowsOf(answer)) {
    const id = asText(row['id']);
    if (id === null) continue;
    webhooks.push(row['url'] === undefined ? { ...row, ...(yield* fetchWebhook(id)) } : row);
  }
  return webhooks;
}

function* fetchWebhook(id: string): Exchange<JsonObject> {
  const answer = yield { path: ['Webhook', id], query: [['includedetails', 'true']], expect: [404] };
  return recordIn(answer.body);
}

/** The id of a webhook that was made, should the answer not tell it. */
export function* findId(targetUrl: string): Exchange<string> {
  const made = (yield* listWebhooks()).find((row) => isSameTarget(asText(row['url']) ?? '', targetUrl));
  const id = asText(made?.['id']);
  if (id === null) throw new TriggerError('subscription-not-confirmed');
  return id;
}

/** Whether notifications go with their webhook is not documented, so they go first. */
export function* removeWhole(id: string): Exchange<void> {
  for (const binding of yield* listBindings(id)) yield* unbind(binding.id);
  yield { method: 'DELETE', path: ['Webhook', id], expect: [404, 410] };
}
