import type { JsonObject, JsonValue } from './json.ts';

/** How a platform wraps events in a body. */
export interface Envelope {
  /**
   * Unwraps a body once and splits a batch. Null stands for a part of unexpected shape.
   *
   * @param query of the target URL, for platforms that fill in templates there. It is not signed: the body wins.
   */
  open(body: JsonValue, query?: Readonly<Record<string, string>>): ReadonlyArray<UnwrappedEvent | null>;
}

/** What an envelope says about one occurrence. */
export interface UnwrappedEvent {
  readonly entity: JsonObject;
  readonly entityId: string | null;
  /**
   * Changes when the entity does, e.g. its time of last change; null where the platform has none. A list, where only
   * several values together do.
   */
  readonly version: string | readonly string[] | null;
  /** ISO 8601 as sent. */
  readonly occurredAt: string | null;
  readonly deliveryId?: string | null;
  /** What stood around the entity in the body, so that no field is lost. */
  readonly around?: JsonObject;
  /** The event's name, where the body has it. */
  readonly type?: string | null;
  /** Default: `body`. */
  readonly typeFrom?: 'body' | 'url';
  /** Events that the entity's state allows, the likeliest first: used where nothing names the event. */
  readonly possible?: readonly string[];
}
