import type { CareEvent, Item } from '@carehooks/core';

/** The event that an item without expansion was made of. */
export function eventOf({ trigger, ...fields }: Item): CareEvent {
  const { id, event, eventFrom, platform, occurredAt, receivedAt, deliveryId, verified, signatureHeader } =
    trigger;
  const { shadowed, envelope } = trigger;
  return {
    id,
    type: event,
    typeFrom: eventFrom,
    platform,
    entity: shadowed === undefined ? fields : { ...fields, trigger: shadowed },
    around: envelope ?? {},
    occurredAt,
    receivedAt: Date.parse(receivedAt),
    deliveryId,
    verified,
    signatureHeader,
  };
}
