import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { Socket } from 'node:net';

export interface ProcessOptions {
  cwd: string;
  env: Record<string, string>;
  /** Where standard output and standard error are appended to. */
  logFile: string;
  /** Another user to run as, where we may choose. */
  user?: { uid: number; gid: number };
}

/** A process together with everything it starts; none of them outlives it, nor the process that started it. */
export class ProcessGroup {
  readonly pid: number;
  readonly exited: Promise<void>;
  #running = true;

  constructor(command: string, args: string[], { cwd, env, logFile, user }: ProcessOptions) {
    const log = openSync(logFile, 'a');
    const child = spawn(command, args, { cwd, env, ...user, detached: true, stdio: ['ignore', log, log] });
    closeSync(log);
    this.pid = startedPid(child, command);
    const watchdog = startWatchdog(this.pid);
    // A forgotten server must not keep a finished test run from ending; the watchdog then clears it away.
    child.unref();
    this.exited = new Promise((resolve) => {
      child.once('exit', () => {
        this.#running = false;
        signalGroup(this.pid, 'SIGKILL');
        signalGroup(watchdog, 'SIGKILL');
        resolve();
      });
    });
  }

  get running(): boolean {
    return this.#running;
  }

  /** Asks the process to end and, when it has not after the grace period, ends the whole group. */
  async stop(graceMs: number): Promise<void> {
    if (!this.#running) return;
    process.kill(this.pid, 'SIGTERM');
    const impatience = setTimeout(() => signalGroup(this.pid, 'SIGKILL'), graceMs);
    await this.exited;
    clearTimeout(impatience);
  }

  /** Ends the whole group at once, like a crash or a power cut. */
  async kill(): Promise<void> {
    if (!this.#running) return;
    const keepAlive = setInterval(() => undefined, 1_000);
    signalGroup(this.pid, 'SIGKILL');
    await this.exited;
    clearInterval(keepAlive);
  }
}

/**
 * A shell that reads from a pipe only we hold open: when we are gone, however that happened, the read ends and
 * the group is killed. An exit handler could not do it: none runs after SIGKILL, nor inside Jest's sandbox.
 */
function startWatchdog(group: number): number {
  const script = 'cat >/dev/null; kill -s KILL -- "-$1"';
  const watchdog = spawn('/bin/sh', ['-c', script, 'watchdog', String(group)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.unref();
  if (watchdog.stdin instanceof Socket) watchdog.stdin.unref();
  // The pipe breaks when the watchdog itself is ended, after its group is gone: nothing is left to report.
  watchdog.stdin.on('error', () => watchdog.stdin.destroy());
  return startedPid(watchdog, '/bin/sh');
}

function startedPid(child: ChildProcess, command: string): number {
  child.once('error', (error) => process.stderr.write(`${command}: ${error.message}\n`));
  if (child.pid === undefined) throw new Error(`Could not start ${command}: does the file exist?`);
  return child.pid;
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
