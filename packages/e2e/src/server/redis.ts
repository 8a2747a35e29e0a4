import { findExecutable } from '../machine/find-executable.ts';
import { installSystemPackages } from '../machine/system-packages.ts';
import { type BackingService, serviceFolder, startBackingService } from './backing-service.ts';
import { freePort } from './free-port.ts';

/** Starts a Redis that keeps everything in memory: the queue of n8n's queue mode. */
export async function startRedis(): Promise<BackingService> {
  const command = await findRedis();
  const port = await freePort();
  const folder = serviceFolder('redis');
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  return startBackingService({ name: 'redis', command, args, port, folder });
}

async function findRedis(): Promise<string> {
  const present = findExecutable('redis-server');
  if (present !== undefined) return present;
  await installSystemPackages(['redis-server'], 'Queue mode');
  const installed = findExecutable('redis-server');
  if (installed === undefined) throw new Error('redis-server was installed but is not on the PATH: add it.');
  return installed;
}
