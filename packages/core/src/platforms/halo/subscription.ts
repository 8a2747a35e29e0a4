import { TriggerError } from '../../errors.ts';
import type { Exchange } from '../../http/exchange.ts';
import { asText, type JsonObject } from '../../json.ts';
import type { ApiSubscription, Subscription } from '../../subscription/subscription.ts';
import { isSameTarget } from '../../subscription/target.ts';
import { recordIn } from './api.ts';
import { bind, listBindings, unbind } from './bindings.ts';
import { listSent } from './delivery-log.ts';
import { eventNumber } from './event-number.ts';
import { bearsOurMark, fieldsOf, findId, listWebhooks, nameFor, removeWhole } from './webhooks.ts';

/**
 * A webhook, and one notification for each event that binds it: an `events` list in the webhook itself is ignored.
 * Which fields of a webhook count: reference of the instance under `/apidoc`, `Webhook`.
 */
export const subscription: ApiSubscription = {
  mode: 'api',

  manual: {
    mode: 'manual',
    steps: [
      'In HALO, open Configuration, Integrations, Webhooks as an administrator, or ask one, and click New.',
      'Paste the webhook URL of this trigger as the Payload URL. Choose the type Standard Webhook, the method POST and the content type application/json.',
      'Set Authentication to Basic with a user name and a long random password, and enter both here with a colon between them as the webhook secret.',
      'Where Basic authentication cannot be set, add ?token= and a long random text to the Payload URL, and enter that text as the webhook secret.',
      'Add the same events as here. A webhook without events sends nothing.',
    ],
  },

  rootSecrets: (connection) => [connection['clientSecret'] ?? '', connection['previousClientSecret'] ?? ''],

  eventKey: (event) => eventNumber(event) ?? event.toLowerCase(),

  *list(connection, targetUrl) {
    const found: Subscription[] = [];
    for (const row of yield* listWebhooks()) {
      const own = targetUrl === undefined || isSameTarget(asText(row['url']) ?? '', targetUrl);
      if (own) found.push(yield* describeWebhook(row));
    }
    return found;
  },

  *create(wanted) {
    const numbers = numbersOf(wanted.events);
    const fields = { ...fieldsOf(wanted), name: nameFor(wanted.targetUrl), batch_method: 0 };
    const answer = yield { method: 'POST', path: ['Webhook'], json: [fields] };
    const id = asText(recordIn(answer.body)['id']) ?? (yield* findId(wanted.targetUrl));
    try {
      for (const number of numbers) yield* bind(id, number);
    } catch (error) {
      // Without its events the webhook would stay behind and never send anything.
      yield* removeWhole(id);
      throw error;
    }
  },

  *update({ id }, wanted) {
    const numbers = numbersOf(wanted.events);
    const json = [{ id, ...fieldsOf(wanted) }];
    yield { method: 'POST', path: ['Webhook'], json, repeatable: true };
    const bound = new Set<string>();
    for (const { id: binding, number } of yield* listBindings(id)) {
      if (!numbers.includes(number) || bound.has(number)) yield* unbind(binding);
      else bound.add(number);
    }
    for (const number of numbers) if (!bound.has(number)) yield* bind(id, number);
  },

  remove: ({ id }) => removeWhole(id),

  recentDeliveries: ({ id }) => listSent(id),
};

/** @throws TriggerError `event-unknown` for an event without a number, before anything is made */
function numbersOf(events: readonly string[]): string[] {
  const numbers = events.map((event) => {
    const number = eventNumber(event);
    if (number === null) throw new TriggerError('event-unknown');
    return number;
  });
  return [...new Set(numbers)];
}

/** The password is left out: whether answers hold it, and how, is not documented. */
function* describeWebhook(row: JsonObject): Exchange<Subscription> {
  const id = asText(row['id']) ?? '';
  const bindings = yield* listBindings(id);
  return {
    id,
    targetUrl: asText(row['url']) ?? '',
    events: bindings.map(({ number }) => number),
    enabled: row['active'] !== false && row['disabled'] !== true,
    marked: bearsOurMark(row),
  };
}
