import { type Exchange, halo as platform } from '@carehooks/core';
import type { LiveCheck } from '../check.ts';
import { errorBodyCheck, rateLimitCheck, relationsCheck } from '../checks/api.ts';
import { bodyCheck, envelopeCheck } from '../checks/body.ts';
import { fieldIn, rowsIn, textIn } from '../checks/json.ts';
import { expectsNone, retriesCheck } from '../checks/retries.ts';
import { signatureCheck } from '../checks/signature.ts';
import { timeLimitCheck } from '../checks/time-limit.ts';
import { change, confirmed, type Finding, learned, open } from '../finding.ts';
import { fieldsOf, listed, listOf, nameOf, shown } from '../shown.ts';
import { deliveryLogCheck, webhookChecks } from './halo-webhooks.ts';
import { concernsIn, simulatorSetting } from './concern.ts';
import type { LivePlatform } from './index.ts';

const ours = concernsIn('halo');

const known = platform.events.map(({ code, label }) => ({ code, name: label.toLowerCase() }));
const numberFields = ['value2', 'id', 'value', 'value1', 'value3', 'eventno'];

const eventNumbers: LiveCheck = {
  id: 'event-numbers',
  question: 'Which field of the list of events holds the number, and are the known numbers right?',
  concerns: ours('choices.ts', 'numberFields'),
  kind: 'api',
  *ask(): Exchange<Finding> {
    const { status, body } = yield { path: ['Lookup'], query: [['lookupid', '64']], expect: [403, 404] };
    const rows = rowsIn(body);
    if (rows.length === 0) return open(shown`Answered ${status} without rows.`);
    const named = rows.flatMap((row) => {
      const name = (textIn(row, 'name') ?? '').toLowerCase().replace(/ *- *(?:all|assigned)$/, '');
      const event = known.find((one) => one.name === name);
      return event === undefined ? [] : [{ row, code: event.code }];
    });
    const field = numberFields.find((one) => named.every(({ row, code }) => textIn(row, one) === code));
    const observed = shown`${rows.length} rows of ${fieldsOf(rows[0])}; ${named.length} have a known name.`;
    if (named.length === 0) return open(observed);
    if (field === undefined) return change(observed, shown`compare the known numbers: no field has them all`);
    const held = shown`${observed} The number is in ${nameOf(field)}.`;
    return field === 'value2' ? confirmed(held) : change(held, shown`look in ${nameOf(field)} first`);
  },
};

const authInfo: LiveCheck = {
  id: 'auth-info',
  question: 'Does the instance tell where tokens come from?',
  concerns: ours('session.ts', 'authinfo'),
  kind: 'api',
  *ask(): Exchange<Finding> {
    const { status, body } = yield { path: ['authinfo'], expect: [401, 403, 404] };
    const observed = shown`Answered ${status} with ${fieldsOf(body)}.`;
    return textIn(body, 'auth_url') === null
      ? change(observed, shown`read the address from another field, or ask for it`)
      : confirmed(observed);
  },
};

const day = 86_400_000;

/** Tickets that were changed since a time, as the filter of the list has it. */
function* changedSince(time: number): Exchange<{ readonly status: number; readonly count: number }> {
  const query = [
    ['pageinate', 'true'],
    ['page_size', '10'],
    ['page_no', '1'],
    ['lastupdatefromdate', new Date(time).toISOString()],
  ] as const;
  const { status, body } = yield { path: ['Tickets'], query, expect: [400, 500] };
  return { status, count: status < 300 ? rowsIn(body).length : 0 };
}

const pollingFilter: LiveCheck = {
  id: 'polling-filter',
  question: 'Can tickets be filtered by the time of their last change?',
  concerns: { file: 'docs/platforms/halo.md', point: 'Changes cannot be polled' },
  kind: 'api',
  *ask({ now }): Exchange<Finding> {
    const past = yield* changedSince(now - 365 * day);
    const future = yield* changedSince(now + day);
    const observed = shown`Answered ${past.status} with ${past.count} of the last year, and ${future.status} with ${future.count} of tomorrow.`;
    if (future.status >= 300 || future.count > 0) return confirmed(observed);
    if (past.count === 0) return open(observed);
    return change(observed, shown`say that changes can be polled, and have the core do so`);
  },
};

const eventText = bodyCheck('event-text', 'How is the event named?', ours('events.ts', 'type'), (body) => {
  const [part] = Array.isArray(body) ? body : [body];
  const text = textIn(part, 'event');
  if (text === null)
    return change(shown`Fields: ${fieldsOf(body)}; none is \`event\`.`, shown`read the event elsewhere`);
  const observed = shown`It is ${listed(
    text,
    platform.events.map(({ type }) => type),
  )}.`;
  const isKnown = platform.events.some(({ type }) => type === text);
  return isKnown
    ? confirmed(observed)
    : change(observed, shown`add the event with the text that the platform sends`);
});

const actionKey = bodyCheck(
  'action-key',
  'In which field does an action come?',
  ours('relations.ts', 'actions'),
  (body) => {
    const [part] = Array.isArray(body) ? body : [body];
    const above = ['action', 'actions'].filter((name) => fieldIn(part, name) !== undefined);
    const below = ['action', 'actions'].filter(
      (name) => fieldIn(fieldIn(part, 'ticket'), name) !== undefined,
    );
    if (above.length + below.length === 0) return learned(shown`This delivery has no action.`);
    const names = listOf([
      ...above.map(nameOf),
      ...below.map((name) => shown`${nameOf(name)} of the ticket`),
    ]);
    return above.includes('actions') ? confirmed(shown`In ${names}.`) : learned(shown`In ${names}.`);
  },
);

const marks = ['details', 'dateoccurred', 'client_name', 'user_name'];

const ticketFields = bodyCheck(
  'ticket-fields',
  'Which fields has the ticket of a delivery?',
  ours('relations.ts', 'fieldsOfFullTicket'),
  (body) => {
    const [part] = Array.isArray(body) ? body : [body];
    const ticket = fieldIn(part, 'ticket');
    if (ticket === undefined) return learned(shown`This delivery has no ticket.`);
    const there = marks.filter((name) => fieldIn(ticket, name) !== undefined);
    const observed = shown`Fields: ${fieldsOf(ticket)}.`;
    // All mark the full ticket and none the small one; some would mean that the marks are wrong.
    return there.length === 0 || there.length === marks.length
      ? confirmed(observed)
      : change(observed, shown`choose other marks of a full ticket than ${listOf(there.map(nameOf))}`);
  },
);

export const halo: LivePlatform = {
  platform,
  events: platform.events.map(({ type }) => type),
  checks: [
    authInfo,
    eventNumbers,
    pollingFilter,
    relationsCheck(ours('relations.ts', 'relations')),
    errorBodyCheck(ours('api.ts', 'rowsOf'), () => ['Tickets', '2147483647']),
    ...webhookChecks,
    signatureCheck('Do deliveries carry the user name and password?', ours('signature.ts', 'basic')),
    eventText,
    actionKey,
    ticketFields,
    envelopeCheck(ours('envelope.ts', 'envelope')),
    deliveryLogCheck,
    retriesCheck(
      'Is a delivery sent again that was not taken?',
      { file: 'docs/platforms/halo.md', point: 'send a delivery again' },
      expectsNone,
    ),
    timeLimitCheck(simulatorSetting('halo', 'timeout'), 10),
    rateLimitCheck,
  ],
};
