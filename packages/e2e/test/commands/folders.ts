import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packTarball, unpackTarball } from '@carehooks/harness/tarball';
import { repositoryRoot } from '../../src/paths.ts';

function emptyFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'carehooks-reader-')));
}

/** A checkout to read and run, where new files may lie about: everything in it is a link to the real one. */
export function linkedCheckout(): string {
  const folder = emptyFolder();
  const root = repositoryRoot();
  for (const name of readdirSync(root)) symlinkSync(join(root, name), join(folder, name));
  return folder;
}

/** A folder without a checkout, where `carehooks` is as it is published. */
export async function folderWithCli(): Promise<string> {
  const folder = emptyFolder();
  const modules = join(folder, 'node_modules');
  const cli = join(repositoryRoot(), 'packages', 'cli');
  mkdirSync(join(modules, '.bin'), { recursive: true });
  const unpacked = await unpackTarball(await packTarball(cli, folder), folder);
  renameSync(unpacked, join(modules, 'carehooks'));
  const { dependencies, bin } = JSON.parse(readFileSync(join(cli, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
    readonly bin: Readonly<Record<string, string>>;
  };
  for (const name of Object.keys(dependencies)) linkDependency(name, cli, modules);
  for (const [name, file] of Object.entries(bin)) {
    symlinkSync(join('..', 'carehooks', file), join(modules, '.bin', name));
  }
  return folder;
}

function linkDependency(name: string, cli: string, modules: string): void {
  const places = [join(cli, 'node_modules', name), join(repositoryRoot(), 'node_modules', name)];
  const installed = places.find((place) => existsSync(place));
  if (installed === undefined) throw new Error(`${name} is not installed: run npm ci.`);
  mkdirSync(dirname(join(modules, name)), { recursive: true });
  symlinkSync(installed, join(modules, name));
}
