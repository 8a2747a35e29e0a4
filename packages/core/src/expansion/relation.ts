import type { Connection } from '../connection.ts';
import type { Exchange } from '../http/exchange.ts';
import type { JsonObject, JsonValue } from '../json.ts';

/** An entity that an event points to and that the platform's API can fetch. */
export interface Relation {
  readonly label: string;
  readonly description: string;
  /** Key of the entity under which the fetched object goes. */
  readonly key: string;
  /**
   * The id to fetch, or null where the event points to none. Equal ids are fetched once a delivery, so it holds all
   * that the request needs: where an id is unique below another record only, both of them.
   */
  id(entity: JsonObject): string | null;
  /** Whether the payload held all of it. Default: it is an object with more than an `id`. */
  isWhole?(value: JsonValue): boolean;
  fetch(id: string, connection: Connection): Exchange<JsonValue>;
}

/** Fetches several relations of one entity in a single request. Null where the user or the entity does not allow it. */
export type ExpandTogether = (
  entity: JsonObject,
  relations: readonly string[],
  connection: Connection,
) => Exchange<JsonObject> | null;
