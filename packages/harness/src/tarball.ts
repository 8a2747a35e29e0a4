import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Packs a package as `npm publish` would, and gives the path of the tarball. It has to be built before. */
export async function packTarball(packageFolder: string, destination: string): Promise<string> {
  const flags = ['--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', destination];
  const { stdout } = await run('npm', ['pack', ...flags], { cwd: packageFolder });
  const [packed] = JSON.parse(stdout) as { filename: string }[];
  if (packed === undefined)
    throw new Error(`npm pack gave no tarball of ${packageFolder}: run it there to see why.`);
  return join(destination, packed.filename);
}

/** Unpacks a tarball of npm, and gives the folder that the package is in. */
export async function unpackTarball(tarball: string, destination: string): Promise<string> {
  await run('tar', ['-xzf', tarball, '-C', destination]);
  return join(destination, 'package');
}

/** The paths of all files below a folder, as seen from it, sorted. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => file.slice(folder.length + 1)).sort();
}
