import type { Envelope, UnwrappedEvent } from '../../envelope.ts';
import { asText, isJsonObject, type JsonObject } from '../../json.ts';

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * One object, or a list of them where the webhook batches. Nothing is wrapped: the fields of the delivery and the
 * ticket beside them are the entity. A custom payload may have any shape. https://usehalo.com/guides/838
 */
export const envelope: Envelope = {
  open(body) {
    const parts = Array.isArray(body) ? body : [body];
    return parts.map((part) => (isJsonObject(part) && Object.keys(part).length > 0 ? eventOf(part) : null));
  },
};

function eventOf(entity: JsonObject): UnwrappedEvent {
  return {
    entity,
    entityId: asText(entity['object_id']),
    // A change of anything makes it another occurrence, where the delivery has no id.
    version: null,
    occurredAt: asText(entity['timestamp']),
    deliveryId: deliveryIdOf(entity),
    type: typeof entity['event'] === 'string' ? asText(entity['event'].trim()) : null,
  };
}

/**
 * The delivery's id is a GUID beside the other fields of a delivery. In a custom payload `id` may be anything, such as
 * the number of the ticket: taken for a delivery's id, all later events of the ticket would count as repeats.
 */
function deliveryIdOf(entity: JsonObject): string | null {
  const id = asText(entity['id']);
  const isDelivery = entity['event'] !== undefined || entity['webhook_id'] !== undefined;
  return id !== null && isDelivery && guid.test(id) ? id : null;
}
