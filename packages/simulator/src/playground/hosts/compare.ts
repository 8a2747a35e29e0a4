import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '@carehooks/core';

/** Keys from the outermost to the value. */
export type Path = readonly string[];

/**
 * Where the hosts' items differ: the number of the item, and the keys within it. Each host has its own moment of
 * receiving, so that one is left out.
 */
export function compareItems(left: readonly JsonObject[], right: readonly JsonObject[]): Path[] {
  return differences({ ...left }, { ...right }, []).filter(
    (path) => path.slice(-2).join('.') !== 'trigger.receivedAt',
  );
}

function differences(left: unknown, right: unknown, path: Path): Path[] {
  if (isDeepStrictEqual(left, right)) return [];
  if (!isContainer(left) || !isContainer(right)) return [path];
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return keys.flatMap((key) => differences(left[key], right[key], [...path, key]));
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
