import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { poll } from '../../src/client/poll.ts';
import { ownEnvironment } from '../../src/machine/run-npm.ts';
import { ProcessGroup } from '../../src/server/process-group.ts';

export interface Place {
  /** Where the command is typed. */
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Ended {
  readonly code: number | null;
  /** Of stdout and stderr, as they come. */
  readonly output: string;
}

/** What programs are found is what a reader has: those of the folder that the command is typed in. */
function environment({ cwd, env = {} }: Place): Record<string, string> {
  const inherited = Object.entries(ownEnvironment()).filter(([name]) => !name.startsWith('CAREHOOKS_'));
  const PATH = [join(cwd, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
  return { ...(Object.fromEntries(inherited) as Record<string, string>), PATH, NO_COLOR: '1', ...env };
}

/** Runs a command to its end. */
export async function typed(command: string, place: Place): Promise<Ended> {
  const child = spawn('sh', ['-c', `exec 2>&1\n${command}`], {
    ...{ cwd: place.cwd, env: environment(place) },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('close', resolve);
    child.once('error', reject);
  });
  const output = await text(child.stdout);
  return { code: await ended, output };
}

export interface Started {
  readonly output: () => string;
  readonly isRunning: () => boolean;
  /** Ctrl+C, as a terminal passes it on to all that runs in it. Gives all that was said until the end. */
  interrupt(): Promise<string>;
}

/** Starts a command that runs until Ctrl+C, and waits until it says that it is up. */
export async function started(command: string, until: RegExp, place: Place): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'carehooks-command-'));
  const logFile = join(folder, 'output');
  const group = new ProcessGroup('sh', ['-c', command], { cwd: place.cwd, env: environment(place), logFile });
  const output = () => readFileSync(logFile, 'utf8');
  try {
    await poll(
      async () => {
        if (!group.running) throw new Error(`It ended: ${command}\n${output()}`);
        return until.test(output()) ? true : undefined;
      },
      { timeout: 100_000, what: `${command} to say ${until}` },
    );
  } catch (error) {
    await group.kill();
    rmSync(folder, { recursive: true });
    throw error;
  }
  return {
    output,
    isRunning: () => group.running,
    async interrupt() {
      process.kill(-group.pid, 'SIGINT');
      await group.exited;
      const said = output();
      rmSync(folder, { recursive: true });
      return said;
    },
  };
}
