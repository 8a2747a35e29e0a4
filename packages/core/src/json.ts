/** Anything that JSON can say. What crosses between the pipeline's two halves, and every item, is made of this. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;

export type JsonObject = { [key: string]: JsonValue };

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object itself, or an empty one where the answer has another shape. */
export function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** The objects of a list; none where it is no list. */
export function asObjects(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

/** A non-empty string or a finite number as text, else null: platforms send ids as either. */
export function asText(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : null;
}

/** Follows a dotted path (`patient.id`) through own properties; undefined where it leads nowhere. */
export function valueAt(root: JsonValue, path: string): JsonValue | undefined {
  let current: JsonValue | undefined = root;
  for (const key of path.split('.')) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as JsonObject)[key];
  }
  return current;
}

/** No record is nested like that; whoever walks through more may run out of stack, JSON.stringify included. */
const deepest = 100;

/** True when objects and lists lie in one another at most so many levels deep. */
export function isShallow(value: JsonValue, levels = deepest): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  // Plain loops: every body is walked through, and Object.values would copy each object of it.
  if (Array.isArray(value)) {
    for (const inner of value) if (!isShallow(inner, levels - 1)) return false;
    return true;
  }
  for (const key in value) if (!isShallow(value[key] ?? null, levels - 1)) return false;
  return true;
}

/** A copy with the given dotted paths only. */
export function pick(entity: JsonObject, paths: readonly string[]): JsonObject {
  const kept: JsonObject = {};
  for (const path of paths) {
    const value = valueAt(entity, path);
    if (value === undefined) continue;
    const keys = path.split('.');
    const last = keys.pop() ?? path;
    let place = kept;
    for (const key of keys) {
      const inner = place[key];
      place = isJsonObject(inner) ? inner : ((place[key] = {}) as JsonObject);
    }
    place[last] = value;
  }
  return kept;
}
