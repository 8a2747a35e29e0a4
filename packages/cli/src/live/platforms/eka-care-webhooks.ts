import { ekaCare, type Exchange, type JsonObject } from '@carehooks/core';
import type { LiveCheck, OwnWebhook } from '../check.ts';
import { rowsIn, textIn } from '../checks/json.ts';
import { change, confirmed, type Finding, learned } from '../finding.ts';
import { fieldsOf, shown } from '../shown.ts';
import { concernsIn } from './concern.ts';

const path = ['notification', 'v1', 'connect', 'webhook', 'subscriptions'];

const inSubscription = (point: string) => concernsIn('eka-care')('subscription.ts', point);

/** Few, and easily caused. */
export const events = ['appointment.created', 'appointment.updated', 'appointment.statuschange'];

function* findRow({ id }: OwnWebhook): Exchange<JsonObject> {
  const { body } = yield { path };
  return rowsIn(body).find((row) => textIn(row, 'id') === id) ?? {};
}

const listTellsKey: LiveCheck = {
  id: 'list-tells-key',
  question: 'Does the list of webhooks tell the signing key?',
  concerns: inSubscription('signing_key'),
  kind: 'webhook',
  *ask(own): Exchange<Finding> {
    const row = yield* findRow(own);
    const observed = shown`A webhook is listed with ${fieldsOf(row)}.`;
    const told = row['signing_key'] === own.secret;
    return told ? confirmed(observed) : change(observed, shown`take the key of the list for unknown`);
  },
};

const updates: LiveCheck = {
  id: 'updates',
  question: 'Can a webhook be changed?',
  concerns: inSubscription('PATCH'),
  kind: 'webhook',
  *ask(own): Exchange<Finding> {
    const fewer = ['appointment.created'];
    const { status } = yield {
      ...{ method: 'PATCH', path: [...path, own.id] },
      json: { event_names: fewer, signing_key: own.secret },
      expect: [400, 403, 404, 405],
    };
    const row = yield* findRow(own);
    const changed = JSON.stringify(row['event_names']) === JSON.stringify(fewer);
    const subscribed = { id: own.id, targetUrl: own.targetUrl, events: [], enabled: true };
    // The checks that follow need all events again.
    const wanted = { targetUrl: own.targetUrl, events, secret: own.secret };
    yield* ekaCare.subscription.update(subscribed, wanted);
    if (status >= 300)
      return change(shown`Refused with ${status}.`, shown`leave out the attempt to change a webhook`);
    return changed
      ? confirmed(shown`Answered ${status}, and the events are the new ones.`)
      : learned(shown`Answered ${status}, and the events stay as they were.`);
  },
};

const sameAddress: LiveCheck = {
  id: 'same-address',
  question: 'Is a second webhook with the same address refused?',
  concerns: inSubscription('already registered'),
  kind: 'webhook',
  *ask({ targetUrl, secret }): Exchange<Finding> {
    const { status, body } = yield {
      ...{ method: 'POST', path },
      json: {
        endpoint: targetUrl,
        protocol: 'https',
        event_names: ['appointment.created'],
        signing_key: secret,
      },
      expect: [400, 409, 422],
    };
    const observed = shown`Answered ${status} with ${fieldsOf(body)}.`;
    if (status < 300) return change(observed, shown`look for several webhooks with one address`);
    return status === 400 ? confirmed(observed) : change(observed, shown`read ${status} as well`);
  },
};

/** What only a webhook of the run's own can show. */
export const webhookChecks: readonly LiveCheck[] = [listTellsKey, sameAddress, updates];
