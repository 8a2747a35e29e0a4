import { type ErrorCode, hintFor, type JsonObject, type JsonValue, messageFor } from '@carehooks/core';
import { isErrorCode } from './outcome.ts';

/** Why related records are missing from items, and which. */
export interface Gap {
  readonly code: ErrorCode;
  readonly relations: readonly string[];
  readonly message: string;
  readonly hint: string;
}

/** Reads `trigger.expansion` of the items: it names each relation with `ok`, or with a problem in short. */
export function gapsOf(items: readonly JsonObject[]): Gap[] {
  const relations = new Map<ErrorCode, Set<string>>();
  for (const [relation, status] of items.flatMap(statusesIn)) {
    const code = [status, `api-${String(status)}`].find(isErrorCode);
    if (code === undefined) continue;
    relations.set(code, (relations.get(code) ?? new Set()).add(relation));
  }
  return [...relations].map(([code, names]) => ({
    code,
    relations: [...names],
    message: messageFor(code),
    hint: hintFor(code),
  }));
}

function statusesIn({ trigger }: JsonObject): Array<[string, JsonValue]> {
  const { expansion } = trigger as JsonObject;
  return Object.entries((expansion ?? {}) as JsonObject);
}
