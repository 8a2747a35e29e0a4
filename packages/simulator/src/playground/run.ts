import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '@carehooks/core';
import type { ServedRequest } from '../http/request-log.ts';
import type { HostResult } from './hosts.ts';

/** What both hosts made of one attempt of a delivery. */
export interface HostRun {
  readonly deliveryId: string;
  readonly attempt: number;
  readonly n8n: HostResult;
  readonly zapier: HostResult;
  /** REST calls that the hosts made, those of n8n first. */
  readonly calls: { readonly n8n: readonly ServedRequest[]; readonly zapier: readonly ServedRequest[] };
  /** Dotted paths where the items differ. */
  readonly differences: readonly string[];
}

/** Where the hosts' items differ. Each host has its own moment of receiving, so that one is left out. */
export function compareItems(left: readonly JsonObject[], right: readonly JsonObject[]): string[] {
  return pathsOfDifference({ items: [...left] }, { items: [...right] }, '').filter(
    (path) => !path.endsWith('trigger.receivedAt'),
  );
}

function pathsOfDifference(left: unknown, right: unknown, path: string): string[] {
  if (isDeepStrictEqual(left, right)) return [];
  if (!isContainer(left) || !isContainer(right)) return [path];
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return keys.flatMap((key) =>
    pathsOfDifference(left[key], right[key], path === '' ? key : `${path}.${key}`),
  );
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
