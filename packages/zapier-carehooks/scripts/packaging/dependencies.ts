import { existsSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

export interface InstalledPackage {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * A package and all that it needs at run time, as they are installed in the workspace: the versions that its lockfile
 * pins, without a network.
 */
export async function closureOf(folder: string): Promise<InstalledPackage[]> {
  const found = new Map<string, InstalledPackage>();
  const open = [folder];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    const manifest = JSON.parse(await readFile(join(next, 'package.json'), 'utf8')) as Manifest;
    found.set(next, { folder: next, name: manifest.name, version: manifest.version });
    for (const dependency of Object.keys(manifest.dependencies ?? {})) open.push(locate(dependency, next));
  }
  return [...found.values()].sort((left, right) => left.folder.localeCompare(right.folder));
}

/** Looks where Node looks: in `node_modules` of the folder itself, then of every folder above it. */
function locate(dependency: string, from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', dependency);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (folder === dirname(folder)) {
      throw new Error(`${dependency}, which ${from} needs, is not installed. Run npm ci.`);
    }
  }
}

/** Copies packages to where they lie below `root`, so that each finds the same versions of the others as before. */
export async function copyPackages(
  packages: readonly InstalledPackage[],
  root: string,
  target: string,
): Promise<void> {
  for (const { folder } of packages) {
    await cp(folder, join(target, relative(root, folder)), {
      recursive: true,
      filter: (source) => !relative(folder, source).split(sep).includes('node_modules'),
    });
  }
}
