import type { CareEvent, JsonObject } from '../src/index.ts';
import { fixtureTime } from '../src/testing/index.ts';

/** An event about an appointment of a made-up platform. */
export function careEvent(id: string, entity: JsonObject = {}): CareEvent {
  return {
    id,
    type: 'appointment.created',
    typeFrom: 'declared',
    platform: 'made-up',
    entity: { id, ...entity },
    around: {},
    occurredAt: null,
    receivedAt: fixtureTime,
    deliveryId: null,
    verified: 'hmac-sha256',
    signatureHeader: null,
  };
}
