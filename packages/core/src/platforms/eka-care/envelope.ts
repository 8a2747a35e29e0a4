import type { Envelope, UnwrappedEvent } from '../../envelope.ts';
import { asText, isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import { toIsoTime } from './event-time.ts';

/**
 * `{event, event_time, transaction_id, …, data: {…}}`, and for EkaScribe `{event_id, …, payload: {…, data}}`. Unwrapped
 * once; the fields around the entity are kept beside it.
 *
 * @see https://developer.eka.care/api-reference/connect/webhooks/webhook-samples
 */
export const envelope: Envelope = {
  open(body) {
    if (!isJsonObject(body)) return [null];
    const type = nameOf(body);
    const opened = unwrap(body, type);
    return [opened === null ? null : eventOf(opened, type)];
  },
};

interface Opened {
  readonly entity: JsonObject;
  readonly around: JsonObject;
  /** The object with the facts of the delivery. */
  readonly facts: JsonObject;
}

/** An event that is named tells something even without data: nothing is documented about some of them. */
function unwrap(body: JsonObject, type: string | null): Opened | null {
  const { data, payload } = body;
  if (isJsonObject(data)) return { entity: data, around: without('data', body), facts: body };
  if (data == null && isJsonObject(payload)) {
    return { entity: payload, around: without('payload', body), facts: payload };
  }
  return data == null && type !== null ? { entity: {}, around: without('data', body), facts: body } : null;
}

function without(key: string, body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== key));
}

/** The newer documentation says `event`, the page of samples `event_type`, and EkaScribe `event_id`. */
function nameOf({ event, event_type, event_id, payload }: JsonObject): string | null {
  const inner = isJsonObject(payload) ? payload['event'] : null;
  return [event, event_type, event_id, inner].map(asText).find((name) => name !== null) ?? null;
}

function eventOf({ entity, around, facts }: Opened, type: string | null): UnwrappedEvent {
  const transaction = asText(facts['transaction_id']);
  return {
    entity,
    around,
    type,
    entityId: transaction,
    version: versionOf(facts, entity, transaction),
    occurredAt: occurredAt([
      facts['event_time'],
      facts['timestamp'],
      entity['modified_at'],
      entity['created_at'],
    ]),
    possible: type === null && asText(entity['appointment_id']) !== null ? listed : [],
  };
}

/** What an appointment without an event, as the API lists it, may have told of. */
const listed = ['appointment.updated', 'appointment.created', 'appointment.statuschange'];

/**
 * The transaction alone is not unique (that of a change of status is the appointment's id), so the times count as well.
 * Without a transaction, two records may change in the same second, and the content has to tell them apart.
 */
function versionOf(facts: JsonObject, entity: JsonObject, transaction: string | null): string[] | null {
  const times = [facts['event_time'], entity['modified_at']].map(asText).filter((time) => time !== null);
  if (times.length === 0) return null;
  return transaction === null ? [...times, JSON.stringify(entity)] : times;
}

function occurredAt(times: ReadonlyArray<JsonValue | undefined>): string | null {
  for (const time of times) {
    const read = toIsoTime(time);
    if (read !== null) return read;
  }
  return null;
}
