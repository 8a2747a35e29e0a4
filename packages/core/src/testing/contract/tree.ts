import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';

export type Path = readonly string[];

/** Where in a body an object is, or null when it is nowhere as it is. */
export function pathTo(wanted: JsonObject, root: JsonValue, path: Path = []): Path | null {
  if (isDeepStrictEqual(root, wanted)) return path;
  if (typeof root !== 'object' || root === null) return null;
  for (const [key, value] of Object.entries(root)) {
    const found = pathTo(wanted, value as JsonValue, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}

/** The value that a path leads to. */
export function followPath(root: JsonValue, path: Path): JsonValue {
  return path.reduce<JsonValue>((value, key) => (value as JsonObject)[key] ?? null, root);
}

/** Dotted paths of everything that is not an object. */
export function leafPaths(value: JsonValue, prefix = ''): string[] {
  if (!isJsonObject(value)) return [prefix];
  return Object.entries(value).flatMap(([key, inner]) =>
    leafPaths(inner, prefix === '' ? key : `${prefix}.${key}`),
  );
}

/** A copy in which every leaf is made anew from its dotted path. */
export function mapLeaves(
  value: JsonValue,
  make: (path: string, leaf: JsonValue) => JsonValue,
  prefix = '',
): JsonValue {
  if (!isJsonObject(value)) return make(prefix, value);
  const entries = Object.entries(value).map(([key, inner]) => {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    return [key, mapLeaves(inner, make, path)] as const;
  });
  return Object.fromEntries(entries);
}
