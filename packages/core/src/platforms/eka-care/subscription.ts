import type { Connection } from '../../connection.ts';
import { TriggerError } from '../../errors.ts';
import type { ApiAnswer, Exchange } from '../../http/exchange.ts';
import { asObject, asObjects, asText, type JsonObject } from '../../json.ts';
import type { ApiSubscription, Subscription, WantedSubscription } from '../../subscription/subscription.ts';
import { readProblem } from './problem.ts';

const path = ['notification', 'v1', 'connect', 'webhook', 'subscriptions'];

/** One subscription per URL. https://developer.eka.care/api-reference/connect/webhooks/register-webhook */
export const subscription = {
  mode: 'api',

  rootSecrets: ({ clientSecret = '', previousClientSecret = '' }: Connection) => [
    clientSecret,
    previousClientSecret,
  ],

  list,

  create,

  /**
   * Updates were part of the documentation until March 2025, with the events in one place and only the signing key in
   * another. Where they are gone, or change half of it, the subscription is made anew.
   */
  *update(existing: Subscription, wanted: WantedSubscription): Exchange<void> {
    const answer = yield {
      method: 'PATCH',
      path: [...path, existing.id],
      json: toChanges(wanted),
      repeatable: true,
      expect: [400, 404, 405],
    };
    if (answer.status < 300 && (yield* isUpToDate(existing.id, wanted))) return;
    yield* remove(existing);
    yield* create(wanted);
  },

  remove,
} satisfies ApiSubscription;

function* list(): Exchange<readonly Subscription[]> {
  const answer = yield { path };
  const { data } = asObject(answer.body);
  if (!Array.isArray(data)) throw new TriggerError('api-answer-unexpected', { status: answer.status });
  return asObjects(data).map(toSubscription);
}

function* create(wanted: WantedSubscription): Exchange<void> {
  const answer = yield { method: 'POST', path, json: toBody(wanted), expect: [400] };
  if (answer.status !== 400) return;
  const taken = says(answer, /already registered/i);
  throw new TriggerError(taken ? 'api-conflict' : 'api-rejected', { status: 400 });
}

function* remove({ id }: Subscription): Exchange<void> {
  const answer = yield { method: 'DELETE', path: [...path, id], expect: [400, 404, 410] };
  if (answer.status === 400 && !says(answer, /not registered/i)) {
    throw new TriggerError('api-rejected', { status: 400 });
  }
}

function* isUpToDate(id: string, wanted: WantedSubscription): Exchange<boolean> {
  const row = (yield* list()).find((one) => one.id === id);
  const isSame = row?.events.length === wanted.events.length;
  return isSame && wanted.events.every((event) => row.events.includes(event)) && row.secret === wanted.secret;
}

function toBody(wanted: WantedSubscription): JsonObject {
  const { targetUrl } = wanted;
  return {
    endpoint: targetUrl,
    protocol: new URL(targetUrl).protocol.replace(':', ''),
    ...toChanges(wanted),
  };
}

function toChanges({ events, secret }: WantedSubscription): JsonObject {
  return { event_names: [...events], signing_key: secret };
}

/**
 * `event_names` were once called `scopes`. Without a signing key, deliveries come unsigned, so that none and another
 * one are alike; a list that does not tell keys at all cannot be compared.
 */
function toSubscription(row: JsonObject): Subscription {
  const { id, endpoint, signing_key } = row;
  const events = [row['event_names'], row['scopes'], row['scope']].find(Array.isArray) ?? [];
  return {
    id: asText(id) ?? '',
    targetUrl: asText(endpoint) ?? '',
    events: events.map(asText).filter((event) => event !== null),
    enabled: true,
    ...(signing_key === undefined ? {} : { secret: asText(signing_key) ?? '' }),
  };
}

function says({ body }: ApiAnswer, text: RegExp): boolean {
  return text.test(readProblem(body).message ?? '');
}
