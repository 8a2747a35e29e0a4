import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packTarball } from '@carehooks/harness/tarball';
import { repositoryRoot } from './paths.ts';
import { runCommand } from './run-command.ts';

/** Packs a package folder as `npm publish` would and gives the tarball's path, in a temporary folder. */
export function packPackage(folder: string): Promise<string> {
  return packTarball(folder, mkdtempSync(join(tmpdir(), 'carehooks-pack-')));
}

/** Packs the built n8n node; build it first, packing does not. */
export function packNodePackage(): Promise<string> {
  return packPackage(join(repositoryRoot(), 'packages', 'n8n-nodes-carehooks'));
}

/** Packs the n8n node with maps to its sources on this machine, for a debugger, and leaves it built without them. */
export async function packDebuggableNodePackage(): Promise<string> {
  const build = join(repositoryRoot(), 'packages', 'n8n-nodes-carehooks', 'scripts', 'build.mjs');
  await runCommand(process.execPath, [build, '--sourcemap']);
  try {
    return await packNodePackage();
  } finally {
    await runCommand(process.execPath, [build]);
  }
}
