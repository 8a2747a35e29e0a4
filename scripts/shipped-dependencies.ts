import { copyFile, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * Makes a project of some packages of the workspace with the dependencies that their users get, and the lockfile of the
 * whole workspace, out of which npm can take the rest. npm itself cannot leave out what the others need: it follows
 * `devDependencies` from one package of a workspace to another.
 *
 * @returns its folder, for the caller to remove
 */
export async function shippedDependencies(root: string, packages: readonly string[]): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), 'carehooks-shipped-'));
  const { name, version } = await manifestOf(root);
  await writeManifest(project, { name, version, private: true, workspaces: packages });
  for (const folder of packages) {
    const { name, version, dependencies = {} } = await manifestOf(join(root, folder));
    await writeManifest(join(project, folder), { name, version, dependencies });
  }
  await copyFile(join(root, 'package-lock.json'), join(project, 'package-lock.json'));
  return project;
}

async function manifestOf(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
}

async function writeManifest(folder: string, manifest: object): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
