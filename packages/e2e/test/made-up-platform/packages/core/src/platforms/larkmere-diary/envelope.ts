import type { Envelope, UnwrappedEvent } from '../../envelope.ts';
import { asText, isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';

/**
 * `{delivery, sent_at, events: [{id, type, occurred_at, booking: {…}}]}`: what happens within a second comes together.
 * Source: https://developers.larkmere.example/webhooks/deliveries
 */
export const envelope: Envelope = {
  open(body) {
    if (!isJsonObject(body) || !Array.isArray(body['events'])) return [null];
    const { events, ...delivery } = body;
    return (events as JsonValue[]).map((event) => eventOf(event, delivery));
  },
};

function eventOf(event: JsonValue, delivery: JsonObject): UnwrappedEvent | null {
  if (!isJsonObject(event) || !isJsonObject(event['booking'])) return null;
  const { booking, ...facts } = event;
  return {
    entity: booking as JsonObject,
    around: { delivery, event: facts },
    entityId: asText((booking as JsonObject)['id']),
    version: asText((booking as JsonObject)['updated_at']),
    occurredAt: asText(facts['occurred_at']),
    deliveryId: asText(facts['id']),
    type: asText(facts['type']),
  };
}
