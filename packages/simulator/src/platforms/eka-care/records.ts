import type { JsonObject } from '@carehooks/core';
import type { Collection } from '../../store/collection.ts';

/** A record by its id, with what the API tells of it. */
export interface Entry {
  readonly id: string;
  readonly record: JsonObject;
}

/** The records of one business: https://developer.eka.care/api-reference/doc-tool */
export interface EkaCareData {
  readonly appointments: Collection<Entry>;
  readonly patients: Collection<Entry>;
  readonly doctors: Collection<Entry>;
  readonly clinics: Collection<Entry>;
  readonly prescriptions: Collection<Entry>;
  /** Sessions of EkaScribe by their transaction. */
  readonly transcriptions: Collection<Entry>;
}
