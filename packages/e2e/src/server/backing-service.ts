import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { poll } from '../client/poll.ts';
import { ProcessGroup, type ProcessOptions } from './process-group.ts';

/** A service that n8n needs, on this machine only, with data that is gone when it is stopped. */
export interface BackingService {
  readonly port: number;
  stop(): Promise<void>;
}

export interface BackingServiceOptions {
  readonly name: string;
  readonly command: string;
  readonly args: string[];
  readonly port: number;
  /** Deleted with the service. */
  readonly folder: string;
  readonly user?: ProcessOptions['user'];
}

const READY_MS = 20_000;

/** A folder for the data of one service. */
export function serviceFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `carehooks-${name}-`));
}

/** Starts a service and waits until it listens. */
export async function startBackingService(options: BackingServiceOptions): Promise<BackingService> {
  const { name, command, args, port, folder, user } = options;
  const logFile = join(folder, `${name}.log`);
  const env = { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8' };
  const group = new ProcessGroup(command, args, { cwd: folder, env, logFile, ...(user && { user }) });
  const stop = async () => {
    await group.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  const ask = async () => {
    if (!group.running) throw new Error(`${name} ended while starting:\n${readFileSync(logFile, 'utf8')}`);
    return (await listens(port)) ? true : undefined;
  };
  try {
    await poll(ask, { timeout: READY_MS, what: `${name} to listen` });
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, stop };
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (listening: boolean) => {
      socket.destroy();
      resolve(listening);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}
