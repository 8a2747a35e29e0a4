import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { repositoryRoot } from '../../src/paths.ts';

/** Folders that are made from the rest, and the history. Git itself is not asked: a source archive has none. */
const leftOut = [
  '.git',
  ...(readFileSync(join(repositoryRoot(), '.gitignore'), 'utf8').match(/^[^*/\n]+(?=\/$)/gm) ?? []),
];

/** Zips that are built anew only where their apps have changed. */
const zips = join('packages', 'zapier-carehooks', 'build');

const isSource = (path: string) => !leftOut.includes(basename(path));

/**
 * Copies the sources of the workspace with the zips that it has built, and links the packages that it has installed.
 * Those of the workspace itself are linked to their copies, so that nothing in the copy reads the original.
 */
export function copyWorkspace(root: string, copy: string): void {
  cpSync(root, copy, { recursive: true, filter: isSource });
  if (existsSync(join(root, zips))) cpSync(join(root, zips), join(copy, zips), { recursive: true });
  for (const folder of ['.', ...readdirSync(join(root, 'packages')).map((name) => join('packages', name))]) {
    linkPackages(join(root, folder, 'node_modules'), join(copy, folder, 'node_modules'));
  }
}

function linkPackages(installed: string, copy: string): void {
  if (!existsSync(installed)) return;
  mkdirSync(copy, { recursive: true });
  for (const entry of readdirSync(installed, { withFileTypes: true })) {
    const [from, to] = [join(installed, entry.name), join(copy, entry.name)];
    // npm links packages of the workspace by relative paths, which mean the same in the copy.
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
    else if (entry.name.startsWith('@')) linkPackages(from, to);
    else symlinkSync(from, to);
  }
}

/** The content of every source file by its path. */
export function readSources(root: string): Map<string, string> {
  const sources = new Map<string, string>();
  const read = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (!isSource(path)) continue;
      if (entry.isDirectory()) read(path);
      else sources.set(relative(root, path), readFileSync(path, 'latin1'));
    }
  };
  read(root);
  return sources;
}

/** Lays a file of an overlay over the copy. */
export function layOver(overlay: string, file: string, copy: string): void {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  cpSync(join(overlay, file), join(copy, file));
}
