import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packTarball } from '@carehooks/harness/tarball';
import { repositoryRoot } from './paths.ts';

/** Packs a package folder as `npm publish` would and gives the tarball's path, in a temporary folder. */
export function packPackage(folder: string): Promise<string> {
  return packTarball(folder, mkdtempSync(join(tmpdir(), 'carehooks-pack-')));
}

/** Packs the built n8n node; build it first, packing does not. */
export function packNodePackage(): Promise<string> {
  return packPackage(join(repositoryRoot(), 'packages', 'n8n-nodes-carehooks'));
}
