import { readdirSync, readFileSync } from 'node:fs';
import { poll } from '../../src/client/poll.ts';

/** The living members of a process group, as the kernel lists them. */
export function processesOfGroup(group: number): string[] {
  return readdirSync('/proc').filter((entry) => {
    if (!/^\d+$/.test(entry)) return false;
    // After the name in brackets come the state, the parent and the group: man 5 proc.
    const [state, , ofGroup] = statOf(entry).split(') ').at(-1)?.split(' ') ?? [];
    return Number(ofGroup) === group && state !== 'Z';
  });
}

/** Waits until no process of the group lives: one that is killed takes a moment to go. */
export async function untilGone(group: number): Promise<void> {
  const ask = async () => (processesOfGroup(group).length === 0 ? true : undefined);
  await poll(ask, { timeout: 5_000, what: `process group ${group} to be gone` });
}

/** Empty for a process that has ended since it was listed. */
function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
}
