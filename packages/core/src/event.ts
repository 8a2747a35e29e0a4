import { hash } from 'node:crypto';
import type { UnwrappedEvent } from './envelope.ts';
import type { JsonObject } from './json.ts';
import type { Verification, VerificationMethod } from './signature/verdict.ts';

/**
 * Where an event's name was read. `declared`: the trigger is for that one event. `derived`: concluded from the
 * entity's state, because neither the delivery nor the trigger names it.
 */
export type EventNameSource = 'header' | 'body' | 'url' | 'declared' | 'derived';

/**
 * One occurrence told by a delivery, verified, unwrapped and wanted. Plain JSON: n8n stores it between the request
 * and the run that works on it.
 */
export interface CareEvent {
  /** The same for every retry of one occurrence. */
  readonly id: string;
  readonly type: string | null;
  readonly typeFrom: EventNameSource | null;
  readonly platform: string;
  readonly entity: JsonObject;
  /** Fields of the body around the entity. */
  readonly around: JsonObject;
  /** ISO 8601 as the platform sent it, or null. */
  readonly occurredAt: string | null;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
  readonly deliveryId: string | null;
  readonly verified: VerificationMethod;
  /** Name of the header that carried the signature, so that a user can pin it. */
  readonly signatureHeader: string | null;
}

/** What the host and the engine know of an event, beside what its envelope tells. */
export type EventFacts = Pick<CareEvent, 'type' | 'typeFrom' | 'platform' | 'receivedAt'> & {
  readonly verification: Pick<Verification, 'method' | 'header'>;
};

export function toEvent(unwrapped: UnwrappedEvent, facts: EventFacts): CareEvent {
  const { type, typeFrom, platform, receivedAt, verification } = facts;
  return {
    id: eventId(platform, type, unwrapped),
    type,
    typeFrom,
    platform,
    entity: unwrapped.entity,
    around: unwrapped.around ?? {},
    occurredAt: unwrapped.occurredAt,
    receivedAt,
    deliveryId: unwrapped.deliveryId ?? null,
    verified: verification.method,
    signatureHeader: verification.header,
  };
}

/**
 * The platform's own delivery id where it has one. Else a hash of what makes the occurrence one and the same: its
 * type, its entity and the entity's version (or, where there is no version, all of its content).
 */
export function eventId(platform: string, type: string | null, unwrapped: UnwrappedEvent): string {
  if (unwrapped.deliveryId != null) return unwrapped.deliveryId;
  const version = unwrapped.version ?? JSON.stringify(unwrapped.entity);
  return hash('sha256', JSON.stringify([platform, type, unwrapped.entityId, version])).slice(0, 32);
}
