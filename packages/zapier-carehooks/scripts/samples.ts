import { fixtureItem, type Item, type Platform } from '@carehooks/core';
import { toKey } from '../src/triggers/names.ts';
import { isVagueTime } from './publishing-rules/sample-rules.ts';

/** When the recorded deliveries count as received. */
const received = Date.parse('2026-01-15T09:30:00.000Z');

/** A sample for each trigger by its key: the item that the pipeline makes of a recorded delivery. */
export async function samplesOf(platform: Platform): Promise<Record<string, Item>> {
  const sample = async (type: string | null) => {
    const item = await fixtureItem(type, {
      platform,
      connection: {},
      relations: [],
      onFailure: 'keep',
      output: 'full',
      timeLimit: 0,
      http: () => Promise.reject(new Error('A sample from a recorded delivery needs no request.')),
      clock: { now: () => received, sleep: () => Promise.resolve() },
    });
    return withoutVagueTimes(item) as Item;
  };
  const samples: Record<string, Item> = {};
  for (const { type } of platform.events) samples[toKey(type)] = await sample(type);
  samples['any_event'] = await sample(null);
  const changed = platform.events.find(({ type }) => type === platform.changes?.event);
  if (changed !== undefined) samples[`updated_${toKey(changed.noun)}`] = await sample(changed.type);
  return samples;
}

/**
 * Zapier refuses a sample with a time that it cannot place (D023). Items hold what the platform sent; a sample may hold
 * less than they do.
 */
function withoutVagueTimes(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((entry) => !isVagueTime(entry)).map(withoutVagueTimes);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, entry]) => !isVagueTime(entry));
  return Object.fromEntries(kept.map(([key, entry]) => [key, withoutVagueTimes(entry)]));
}
