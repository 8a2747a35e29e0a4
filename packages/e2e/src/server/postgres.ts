import { chownSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findExecutable, isExecutable } from '../machine/find-executable.ts';
import { runCommand } from '../machine/run-command.ts';
import { installSystemPackages } from '../machine/system-packages.ts';
import { type BackingService, serviceFolder, startBackingService } from './backing-service.ts';
import { freePort } from './free-port.ts';
import type { ProcessOptions } from './process-group.ts';

/** Superuser of the database, who needs no password: it listens to this machine only and lives minutes. */
export const postgresUser = 'carehooks';

/** Where Debian puts the programs of each version; they are not on the PATH. */
const DEBIAN_FOLDER = '/usr/lib/postgresql';

/** Starts a fresh PostgreSQL with the empty database `postgres`. */
export async function startPostgres(): Promise<BackingService> {
  const programs = await findPrograms();
  const user = await otherUser();
  const folder = serviceFolder('postgres');
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const flags = ['--auth=trust', `--username=${postgresUser}`, '--encoding=UTF8', '--no-sync'];
  await runCommand(programs.initdb, ['--pgdata', data, ...flags], { cwd: folder, ...user });
  const port = await freePort();
  // Only n8n is killed here, never the machine: what PostgreSQL has written need not reach the disk.
  const settings = ['fsync=off', 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  return startBackingService({
    ...{ name: 'postgres', command: programs.postgres, args, port, folder },
    ...(user === undefined ? {} : { user }),
  });
}

/** PostgreSQL refuses to run as root; Debian's package has made a user for it. */
async function otherUser(): Promise<ProcessOptions['user']> {
  if (process.getuid?.() !== 0) return undefined;
  const id = async (flag: string) => Number(await runCommand('id', [flag, 'postgres']));
  return { uid: await id('-u'), gid: await id('-g') };
}

async function findPrograms(): Promise<{ postgres: string; initdb: string }> {
  const present = installedPrograms();
  if (present !== undefined) return present;
  await installSystemPackages(['postgresql'], 'Queue mode');
  const installed = installedPrograms();
  if (installed === undefined) throw new Error('PostgreSQL was installed but not found: add it to the PATH.');
  return installed;
}

function installedPrograms(): { postgres: string; initdb: string } | undefined {
  const [postgres, initdb] = [findProgram('postgres'), findProgram('initdb')];
  return postgres === undefined || initdb === undefined ? undefined : { postgres, initdb };
}

function findProgram(name: string): string | undefined {
  const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER).sort().reverse() : [];
  const paths = versions.map((version) => join(DEBIAN_FOLDER, version, 'bin', name));
  return findExecutable(name) ?? paths.find(isExecutable);
}
