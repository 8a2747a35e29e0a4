import { chmod, cp, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { withoutSourcePaths } from '../../../scripts/without-source-paths.mjs';

/**
 * Builds `dist`: the command line in one file, with the core and the simulator in it and the package's dependencies
 * beside it, and the recorded bodies that it sends. npm calls it when the package is prepared, which may be under an older
 * Node than the command line itself wants.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const outfile = join(dist, 'carehooks.js');

await rm(dist, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ['src/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'esm',
  banner: { js: '#!/usr/bin/env node' },
  external: [
    ...Object.keys(manifest.dependencies).flatMap((name) => [name, `${name}/*`]),
    // Runs what is built in a checkout, and is not part of the package.
    '@carehooks/simulator/playground',
  ],
  logLevel: 'warning',
  plugins: [withoutSourcePaths],
});
await chmod(outfile, 0o755);

/** Bodies alone: headers and the items that become of them are for tests. */
const isBody = (file) => file.endsWith('.json') && !file.endsWith('.headers.json');
const recorded = join(root, '../../fixtures');
const folders = await readdir(recorded, { withFileTypes: true });
for (const { name } of folders.filter((entry) => entry.isDirectory() && entry.name !== 'vectors')) {
  for (const file of (await readdir(join(recorded, name))).filter(isBody)) {
    await cp(join(recorded, name, file), join(dist, 'fixtures', name, file));
  }
}
