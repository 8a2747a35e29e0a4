import type { Connection } from '../../connection.ts';
import { TriggerError } from '../../errors.ts';
import type { Exchange } from '../../http/exchange.ts';
import { asObject, asText, isJsonObject, type JsonObject } from '../../json.ts';
import type { ApiSubscription, Subscription, WantedSubscription } from '../../subscription/subscription.ts';

/** Webhooks are called hooks, one for each URL: https://developers.larkmere.example/webhooks/hooks */
export const subscription = {
  mode: 'api',

  rootSecrets: ({ apiKey = '', previousApiKey = '' }: Connection) => [apiKey, previousApiKey],

  *list(): Exchange<readonly Subscription[]> {
    const answer = yield { path: ['hooks'] };
    const { hooks } = asObject(answer.body);
    if (!Array.isArray(hooks)) throw new TriggerError('api-answer-unexpected', { status: answer.status });
    return hooks.filter(isJsonObject).map(toSubscription);
  },

  *create(wanted: WantedSubscription): Exchange<void> {
    yield { method: 'POST', path: ['hooks'], json: { url: wanted.targetUrl, ...toFields(wanted) } };
  },

  *update({ id }: Subscription, wanted: WantedSubscription): Exchange<void> {
    yield { method: 'PATCH', path: ['hooks', id], json: toFields(wanted) };
  },

  *remove({ id }: Subscription): Exchange<void> {
    yield { method: 'DELETE', path: ['hooks', id], expect: [404] };
  },
} satisfies ApiSubscription;

function toFields({ events, secret }: WantedSubscription): JsonObject {
  return { events: [...events], signing_key: secret, paused: false };
}

/** The signing key can be set and not be read. */
function toSubscription({ id, url, events, paused }: JsonObject): Subscription {
  return {
    id: asText(id) ?? '',
    targetUrl: asText(url) ?? '',
    events: (Array.isArray(events) ? events : []).map(asText).filter((event) => event !== null),
    enabled: paused !== true,
  };
}
