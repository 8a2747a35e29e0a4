import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import type { InstalledPackage } from './dependencies.ts';
import { type AppPaths, packageJson } from './paths.ts';

/**
 * Lays an app out as Zapier's command line wants it: a package of one file that depends on zapier-platform-core alone.
 * Zapier's link to a registered app (`.zapierapprc`) stays where it is.
 *
 * @param packages what the app needs at run time
 * @returns a fingerprint of all that goes into the zip
 */
export async function stageApp(
  app: string,
  packages: readonly InstalledPackage[],
  { entry, stage }: AppPaths,
): Promise<string> {
  const code = await bundle(entry);
  const manifest = JSON.stringify(await manifestOf(app, packages), null, 2);
  await mkdir(join(stage, 'dist'), { recursive: true });
  await writeFile(join(stage, 'dist', 'index.js'), code);
  await writeFile(join(stage, 'package.json'), manifest);
  // Zapier's commands leave here what no source archive should hold.
  await writeFile(join(stage, '.gitignore'), 'build\nnode_modules\n.zapierapprc\n');
  const versions = packages.map(({ name, version }) => `${name}@${version}`);
  return createHash('sha256')
    .update(JSON.stringify([code, manifest, versions, await packagingCode()]))
    .digest('hex');
}

/** How a zip is made is part of what it is. */
async function packagingCode(): Promise<string[]> {
  const files = (await readdir(import.meta.dirname)).sort();
  return Promise.all(files.map((file) => readFile(join(import.meta.dirname, file), 'utf8')));
}

/** The override is for `push`, which installs anew: with a later version the zip lacks files (see CONTRIBUTING.md). */
async function manifestOf(app: string, packages: readonly InstalledPackage[]) {
  const { version } = JSON.parse(await readFile(packageJson, 'utf8')) as { version: string };
  const versionOf = (name: string) => packages.find((one) => one.name === name)?.version;
  return {
    name: `carehooks-${app}`,
    version,
    private: true,
    type: 'module',
    exports: './dist/index.js',
    dependencies: { 'zapier-platform-core': versionOf('zapier-platform-core') },
    overrides: { 'get-intrinsic': versionOf('get-intrinsic') },
  };
}
