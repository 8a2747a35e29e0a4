import type { JsonObject, JsonValue } from '@carehooks/core';

/** A field of an object; undefined where there is none, or no object. */
export function fieldIn(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The objects of a list, which comes bare or as a field of the answer. */
export function rowsIn(value: JsonValue): JsonObject[] {
  const list = Array.isArray(value) ? value : Object.values(isObject(value) ? value : {}).find(Array.isArray);
  return (list ?? []).filter(isObject);
}

export function textIn(value: JsonValue | undefined, name: string): string | null {
  const field = fieldIn(value, name);
  return typeof field === 'string' || typeof field === 'number' ? String(field) : null;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
