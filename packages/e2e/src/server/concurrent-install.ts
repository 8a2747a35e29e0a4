import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { withProgress } from '../progress.ts';

const POLL_MS = 1_000;

/** The folder this process installs into before moving the result to its place: a sibling named by process id. */
export function installingFolder(folder: string): string {
  return `${folder}.installing-${process.pid}`;
}

/** Waits while living processes install the same folder, and removes what dead ones left behind. */
export async function waitForOtherInstallers(folder: string): Promise<void> {
  const living = removeLeftovers(folder);
  if (living === 0) return;
  await withProgress('Waiting for another process that is installing the same n8n', async () => {
    while (removeLeftovers(folder) > 0) await delay(POLL_MS);
  });
}

/** Gives the number of installs that are still under way. */
function removeLeftovers(folder: string): number {
  const prefix = `${basename(folder)}.installing-`;
  let living = 0;
  for (const name of readdirSync(dirname(folder)).filter((entry) => entry.startsWith(prefix))) {
    const pid = Number(name.slice(prefix.length));
    if (pid !== process.pid && isAlive(pid)) living += 1;
    else rmSync(join(dirname(folder), name), { recursive: true, force: true });
  }
  return living;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ESRCH') return false;
    if (code === 'EPERM') return true;
    throw error;
  }
}
