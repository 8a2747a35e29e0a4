import { runCommand } from '../machine/run-command.ts';
import type { Installation } from './installation.ts';

/** Megabytes of memory (RSS) of each process, by its name. */
export type Memory = Readonly<Record<string, number>>;

/** What the processes hold now, task runners left out. */
export async function memoryOf({ processes }: Installation): Promise<Memory> {
  const entries = Object.entries(processes).map(async ([name, { pid }]) => {
    const kilobytes = Number(await runCommand('ps', ['-o', 'rss=', '-p', String(pid)]));
    return [name, Math.round(kilobytes / 1_024)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
