import type { Envelope, UnwrappedEvent } from '../../envelope.ts';
import { asObject, asText, isJsonObject, type JsonObject } from '../../json.ts';

/**
 * `{"data": {…}}`, unwrapped once: an appointment may itself have a field `data` with results of the visit
 * (https://docs.allyhealth.co.uk/docs/data). The body does not name its event.
 */
export const envelope: Envelope = {
  open(body) {
    const { data, ...around } = asObject(body);
    return [isJsonObject(data) && asText(data['id']) !== null ? eventOf(data, around) : null];
  },
};

function eventOf(entity: JsonObject, around: JsonObject): UnwrappedEvent {
  const updatedAt = asText(entity['updatedAt']);
  return {
    entity,
    around,
    entityId: asText(entity['id']),
    version: updatedAt,
    occurredAt: updatedAt ?? asText(entity['createdAt']),
    possible: possibleEvents(entity),
  };
}

/** What may have happened to an appointment in this state, the likeliest first. Unknown states may follow any event. */
function possibleEvents(entity: JsonObject): readonly string[] {
  switch (asText(entity['status'])) {
    case 'scheduling':
      return entity['createdAt'] === entity['updatedAt']
        ? ['appointment.created', 'appointment.updated']
        : ['appointment.updated', 'appointment.created'];
    case 'scheduled':
      return ['appointment.scheduled', 'appointment.updated', 'appointment.created'];
    case 'completed':
      return ['appointment.completed', 'appointment.updated'];
    case 'cancelled':
      return ['appointment.cancelled', 'appointment.updated'];
    default:
      return [
        'appointment.updated',
        'appointment.created',
        'appointment.scheduled',
        'appointment.completed',
        'appointment.cancelled',
      ];
  }
}
