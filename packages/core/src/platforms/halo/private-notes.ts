import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';

/** Actions with `hiddenfromuser` are notes that the user of the ticket must not see. */
export function isPrivate(value: JsonValue): boolean {
  return isJsonObject(value) && value['hiddenfromuser'] === true;
}

/** A record without the private notes that it holds, be it as its last action or in a list. */
export function withoutPrivateNotes(record: JsonObject): JsonObject {
  const kept = Object.entries(record).filter(([, value]) => !isPrivate(value));
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      Array.isArray(value) ? value.filter((entry) => !isPrivate(entry)) : value,
    ]),
  );
}
