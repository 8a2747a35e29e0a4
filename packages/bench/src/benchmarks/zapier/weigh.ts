import { rm, stat } from 'node:fs/promises';
import { unpack } from '../../../../harness/src/zapier/unpack.ts';
import { rotated } from '../../rotation.ts';
import { type Cost, costOf } from './cost.ts';

/** A built app. */
export interface App {
  readonly name: string;
  readonly zip: string;
}

/** What an app's zip weighs, and what it cost to import, in the order of the rounds. */
export interface Weight {
  readonly name: string;
  readonly bytes: number;
  readonly costs: readonly Cost[];
}

/** Weighs zips, and imports each in a fresh process in every round. */
export async function weigh(
  apps: readonly App[],
  rounds: number,
  say: (line: string) => void,
): Promise<Weight[]> {
  const unpacked = await Promise.all(apps.map(unpackApp));
  try {
    // Fills the machine's cache of files; not counted.
    for (const { folder } of unpacked) await costOf(folder);
    for (let round = 0; round < rounds; round += 1) {
      if (round % 5 === 0) say(`  round ${round + 1} of ${rounds}`);
      for (const { folder, costs } of rotated(unpacked, round)) costs.push(await costOf(folder));
    }
  } finally {
    for (const { folder } of unpacked) await rm(folder, { recursive: true, force: true });
  }
  return unpacked;
}

async function unpackApp({ name, zip }: App) {
  return { name, bytes: (await stat(zip)).size, folder: await unpack(zip), costs: [] as Cost[] };
}

/** One part of the cost, in each round. */
export function partOf({ costs }: Weight, part: keyof Cost): number[] {
  return costs.map((cost) => cost[part]);
}
