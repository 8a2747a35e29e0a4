import { type Exchange, halo, type JsonObject, type JsonValue, type Subscription } from '@carehooks/core';
import type { LiveCheck, OwnWebhook } from '../check.ts';
import { rowsIn, textIn } from '../checks/json.ts';
import { change, confirmed, type Finding, learned, open } from '../finding.ts';
import { fieldsOf, listOf, nameOf, shown, type Shown, typeOf } from '../shown.ts';
import { concernsIn } from './concern.ts';

const ours = concernsIn('halo');

function* webhookWith(id: string): Exchange<JsonObject> {
  const { body } = yield { path: ['Webhook', id], query: [['includedetails', 'true']] };
  return rowsIn([Array.isArray(body) ? (body[0] ?? null) : body])[0] ?? {};
}

const tellsPassword: LiveCheck = {
  id: 'password-told',
  question: 'Does the API tell the password of a webhook?',
  concerns: ours('subscription.ts', 'password is left out'),
  kind: 'webhook',
  *ask({ id, secret }): Exchange<Finding> {
    const told = (yield* webhookWith(id))['basic_password'];
    if (told == null || told === '') return confirmed(shown`It is left out.`);
    const isWhole = typeof told === 'string' && told !== '' && secret.endsWith(told);
    return isWhole
      ? change(shown`It is told as it was set.`, shown`compare it, so that a right webhook is not changed`)
      : confirmed(shown`Something else stands in its place.`);
  },
};

const numbered = ['payload_type', 'batch_method', 'type', 'method', 'authentication_type'];

const payloadType: LiveCheck = {
  id: 'payload-type',
  question: 'Which numbers has a webhook whose payload type nobody chose?',
  concerns: ours('webhooks.ts', 'fieldsOf'),
  kind: 'webhook',
  *ask({ id }): Exchange<Finding> {
    const row = yield* webhookWith(id);
    return learned(shown`${listOf(numbered.map((name) => shown`${nameOf(name)}: ${codeOf(row[name])}`))}.`);
  },
};

/** A number of an enumeration has one digit or two. */
function codeOf(value: JsonValue | undefined): Shown {
  const isCode = typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 100;
  return isCode ? shown`${value}` : typeOf(value);
}

const answersToPost: LiveCheck = {
  id: 'answers-to-post',
  question: 'Is an answer to POST an object or a list of one?',
  concerns: ours('api.ts', 'recordIn'),
  kind: 'webhook',
  *ask(own): Exchange<Finding> {
    const shapes: Shown[] = [];
    for (const { path, body } of yield* makeSpare(own)) {
      shapes.push(shown`${nameOf(path)}: ${Array.isArray(body) ? shown`a list` : typeOf(body)}`);
    }
    return confirmed(shown`${listOf(shapes)}. Both are read.`);
  },
};

const cascade: LiveCheck = {
  id: 'cascade',
  question: 'Do notifications go with their webhook?',
  concerns: ours('webhooks.ts', 'removeWhole'),
  kind: 'webhook',
  *ask(own): Exchange<Finding> {
    const [made] = yield* makeSpare(own);
    const webhook = textIn(Array.isArray(made?.body) ? made.body[0] : made?.body, 'id');
    if (webhook === null) return open(shown`The webhook was made without an answer that tells its id.`);
    yield { method: 'DELETE', path: ['Webhook', webhook] };
    const left = yield* notificationsOf(webhook);
    for (const id of left) yield { method: 'DELETE', path: ['Notification', id], expect: [404, 410] };
    return left.length === 0
      ? change(shown`They are gone with it.`, shown`delete the webhook alone`)
      : confirmed(shown`${left.length} stayed, and were deleted now.`);
  },
};

function* notificationsOf(webhook: string): Exchange<string[]> {
  const { body } = yield { path: ['Notification'], query: [['webhook_id', webhook]], expect: [404] };
  return rowsIn(body)
    .filter((row) => textIn(row, 'webhook_id')?.toLowerCase() === webhook.toLowerCase())
    .flatMap((row) => textIn(row, 'id') ?? []);
}

interface Made {
  readonly path: string;
  readonly body: JsonValue;
}

/** A webhook of one event at the spare address, as the platform makes it, and what was answered on the way. */
function* makeSpare({ connection, spareUrl, secret }: OwnWebhook): Exchange<Made[]> {
  for (const left of yield* halo.subscription.list(connection, spareUrl))
    yield* removeSpare(left, spareUrl, connection);
  const wanted = { targetUrl: spareUrl, events: ['new ticket logged'], secret };
  const making = halo.subscription.create(wanted, connection);
  const made: Made[] = [];
  let step = making.next();
  while (step.done !== true) {
    const answer = yield step.value;
    if (step.value.method === 'POST') made.push({ path: step.value.path.join(''), body: answer.body });
    step = making.next(answer);
  }
  return made;
}

function* removeSpare(
  left: Subscription,
  spareUrl: string,
  connection: OwnWebhook['connection'],
): Exchange<void> {
  if (left.targetUrl === spareUrl) yield* halo.subscription.remove(left, connection);
}

/** Belongs behind the deliveries: it looks at what the platform keeps of them. */
export const deliveryLogCheck: LiveCheck = {
  id: 'delivery-log',
  question: 'What does the log of deliveries tell?',
  concerns: ours('delivery-log.ts', 'responsestatus'),
  kind: 'webhook',
  *ask({ id }): Exchange<Finding> {
    const query = [
      ['webhook_id', id],
      ['count', '20'],
      ['orderdesc', 'true'],
    ] as const;
    const { status, body } = yield { path: ['WebhookEvent'], query, expect: [403, 404] };
    const [row] = rowsIn(body);
    if (row === undefined) return open(shown`Answered ${status} without deliveries.`);
    const observed = shown`A delivery has ${fieldsOf(row)}.`;
    return 'responsestatus' in row && 'requestbody' in row
      ? confirmed(observed)
      : change(observed, shown`read status and body from these fields`);
  },
};

/** What only a webhook of the run's own can show. */
export const webhookChecks: readonly LiveCheck[] = [tellsPassword, payloadType, answersToPost, cascade];
