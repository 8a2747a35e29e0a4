import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync, cpSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withProgress } from '../progress.ts';
import { runNpm } from '../machine/run-npm.ts';
import { buildSqlite } from './build-sqlite.ts';
import { serverCacheFolder, serverFile, serverFiles, serverVersion } from './cache-folder.ts';
import { installingFolder, waitForOtherInstallers } from './concurrent-install.ts';
import type { Release } from './release.ts';
import { serverNode } from './server-node.ts';

/** An installed n8n server. */
export interface ServerInstall {
  version: string;
  folder: string;
  /** The Node it runs on: its own, whatever Node runs the tests. */
  node: string;
  /** The file to start it with. */
  entry: string;
}

/** Written last, so that a folder that has it is complete. */
const MARKER = 'installed.json';

/**
 * An n8n server of the end-to-end tests: installed once from its own lockfile into a cache folder outside the
 * checkout, and found there ever after. An install that is cut short leaves nothing that looks finished.
 */
export async function ensureServer(release: Release): Promise<ServerInstall> {
  const folder = serverCacheFolder(release);
  mkdirSync(dirname(folder), { recursive: true });
  if (!isComplete(folder)) await waitForOtherInstallers(folder);
  if (!isComplete(folder)) await install(release, folder);
  return {
    version: serverVersion(release),
    folder,
    node: serverNode(folder),
    entry: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
  };
}

function isComplete(folder: string): boolean {
  return existsSync(join(folder, MARKER));
}

async function install(release: Release, folder: string): Promise<void> {
  const version = serverVersion(release);
  const staging = installingFolder(folder);
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging);
  try {
    for (const file of serverFiles) cpSync(serverFile(release, file), join(staging, file));
    // No install scripts: one of them wants a prebuilt binary from the network, and only sqlite3 needs building.
    await withProgress(`Installing n8n ${version} into ${folder} (about 2 minutes, once)`, () =>
      runNpm(['ci', '--ignore-scripts'], { cwd: staging }),
    );
    await buildSqlite(staging);
    writeFileSync(join(staging, MARKER), `${JSON.stringify({ version, installedAt: new Date() })}\n`);
    moveIntoPlace(staging, folder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function moveIntoPlace(staging: string, folder: string): void {
  if (isComplete(folder)) return;
  rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(staging, folder);
  } catch (error) {
    // Another process moved its own install here in the meantime; it came from the same lockfile.
    if (!isComplete(folder)) throw error;
  }
}
