import type { JsonObject } from '@carehooks/core';
import type { Collection } from '../../store/collection.ts';

/** A record as the API tells it. */
export interface Entry {
  readonly id: string;
  readonly record: JsonObject;
}

/** What the API serves. */
export interface HaloData {
  readonly tickets: Collection<Entry>;
  readonly actions: Collection<Entry>;
  readonly clients: Collection<Entry>;
  readonly sites: Collection<Entry>;
  readonly users: Collection<Entry>;
  readonly agents: Collection<Entry>;
}
