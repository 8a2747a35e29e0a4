import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packTarball } from '@carehooks/harness/tarball';
import { repositoryRoot } from './paths.ts';
import { runCommand } from './machine/run-command.ts';

/** Does something with the path of a tarball, which is deleted afterwards. */
export type UseTarball<Result> = (tarball: string) => Promise<Result>;

/** Packs a package folder as `npm publish` would, for as long as it is used. */
export function withPackage<Result>(folder: string, use: UseTarball<Result>): Promise<Result> {
  return withTarball((into) => packTarball(folder, into), use);
}

/** Packs the built n8n node; build it first, packing does not. */
export function withNodePackage<Result>(use: UseTarball<Result>): Promise<Result> {
  return withPackage(nodePackage(), use);
}

/** Packs the n8n node with maps to its sources on this machine, for a debugger, and leaves it built without them. */
export function withDebuggableNodePackage<Result>(use: UseTarball<Result>): Promise<Result> {
  return withTarball(async (into) => {
    const build = join(nodePackage(), 'scripts', 'build.mjs');
    await runCommand(process.execPath, [build, '--sourcemap']);
    try {
      return await packTarball(nodePackage(), into);
    } finally {
      await runCommand(process.execPath, [build]);
    }
  }, use);
}

async function withTarball<Result>(
  pack: (into: string) => Promise<string>,
  use: UseTarball<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'carehooks-pack-'));
  try {
    return await use(await pack(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function nodePackage(): string {
  return join(repositoryRoot(), 'packages', 'n8n-nodes-carehooks');
}
