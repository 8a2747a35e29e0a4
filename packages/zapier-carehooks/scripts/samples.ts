import { fixtureItem, type Item, type Platform } from '@carehooks/core';
import { toKey } from '../src/triggers/names.ts';

/** When the recorded deliveries count as received. */
const received = Date.parse('2026-01-15T09:30:00.000Z');

/** A sample for each trigger by its key: the item that the pipeline makes of a recorded delivery. */
export async function samplesOf(platform: Platform): Promise<Record<string, Item>> {
  const sample = (type: string | null) =>
    fixtureItem(type, {
      platform,
      connection: {},
      relations: [],
      onFailure: 'keep',
      output: 'full',
      deadline: 0,
      http: () => Promise.reject(new Error('A sample from a recorded delivery needs no request.')),
      clock: { now: () => received, sleep: () => Promise.resolve() },
    });
  const samples: Record<string, Item> = {};
  for (const { type } of platform.events) samples[toKey(type)] = await sample(type);
  samples['any_event'] = await sample(null);
  const changed = platform.events.find(({ type }) => type === platform.changes?.event);
  if (changed !== undefined) samples[`updated_${toKey(changed.noun)}`] = await sample(changed.type);
  return samples;
}
