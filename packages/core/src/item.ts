import type { EventNameSource } from './event.ts';
import type { Expanded } from './expansion/run.ts';
import type { ExpansionStatus } from './expansion/status.ts';
import { type JsonObject, pick } from './json.ts';
import type { VerificationMethod } from './signature/verdict.ts';

/** What a workflow or Zap receives: the entity at the top level, its fields untouched, and one key of ours. */
export type Item = JsonObject & { trigger: TriggerFields };

export type TriggerFields = {
  id: string;
  event: string | null;
  eventFrom: EventNameSource | null;
  platform: string;
  environment: 'test' | 'live' | null;
  occurredAt: string | null;
  /** ISO 8601 in UTC. */
  receivedAt: string;
  deliveryId: string | null;
  verified: VerificationMethod;
  signatureHeader: string | null;
  expansion: Record<string, ExpansionStatus>;
  /** Fields of the body around the entity, such as a message; left out of the minimal output. */
  envelope?: JsonObject;
  /** The entity's own field `trigger`, should it have one. */
  shadowed?: JsonObject[string];
};

export interface ShapeOptions {
  readonly environment: 'test' | 'live' | null;
  /** Dotted paths to keep, or null for all. */
  readonly keep: readonly string[] | null;
}

/** Makes the item. Its `id` is the entity's own, or the event's where the entity has none. */
export function shapeItem({ event, entity, report }: Expanded, options: ShapeOptions): Item {
  const fields = options.keep === null ? entity : pick(entity, options.keep);
  const { trigger: shadowed, ...rest } = fields;
  const trigger: TriggerFields = {
    id: event.id,
    event: event.type,
    eventFrom: event.typeFrom,
    platform: event.platform,
    environment: options.environment,
    occurredAt: event.occurredAt,
    receivedAt: new Date(event.receivedAt).toISOString(),
    deliveryId: event.deliveryId,
    verified: event.verified,
    signatureHeader: event.signatureHeader,
    expansion: { ...report },
    ...(options.keep !== null || Object.keys(event.around).length === 0 ? {} : { envelope: event.around }),
    ...(shadowed === undefined ? {} : { shadowed }),
  };
  return { ...rest, id: entity['id'] ?? event.id, trigger };
}
