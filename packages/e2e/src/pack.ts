import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from './paths.ts';
import { runNpm } from './run-npm.ts';

/** Packs a package folder as `npm publish` would and gives the tarball's path, in a temporary folder. */
export async function packPackage(folder: string): Promise<string> {
  const destination = mkdtempSync(join(tmpdir(), 'carehooks-pack-'));
  const output = await runNpm(['pack', '--json', '--ignore-scripts', '--pack-destination', destination], {
    cwd: folder,
  });
  const [packed] = JSON.parse(output) as { filename: string }[];
  if (packed === undefined)
    throw new Error(`npm pack gave no tarball for ${folder}: run it there to see why.`);
  return join(destination, packed.filename);
}

/** Packs the built n8n node; build it first, packing does not. */
export function packNodePackage(): Promise<string> {
  return packPackage(join(repositoryRoot(), 'packages', 'n8n-nodes-carehooks'));
}
