import type { JsonObject, JsonValue } from './json.ts';

/** How a platform wraps events in a body. */
export interface Envelope {
  /** Unwraps a body once and splits a batch. Null stands for a part of unexpected shape. */
  open(body: JsonValue): ReadonlyArray<ToldEvent | null>;
}

/** What an envelope says about one occurrence. */
export interface ToldEvent {
  readonly entity: JsonObject;
  readonly entityId: string | null;
  /** Changes when the entity does, e.g. its time of last change; null where the platform has none. */
  readonly version: string | null;
  /** ISO 8601 as sent. */
  readonly occurredAt: string | null;
  readonly deliveryId?: string | null;
  /** The event's name, where the body has it. */
  readonly type?: string | null;
  /** Events that the entity's state allows, the likeliest first: used where nothing names the event. */
  readonly possible?: readonly string[];
}
