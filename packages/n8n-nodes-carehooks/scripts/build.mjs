import { cp, glob, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

/**
 * Builds `dist`: the core once, and beside it every node and credential. The package has no dependencies, so the core
 * is bundled; n8n itself gives `n8n-workflow`.
 */
const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  // The oldest Node that a supported n8n runs on.
  target: 'node20',
  format: 'cjs',
  external: ['n8n-workflow'],
  logLevel: 'warning',
};

/**
 * Points imports of the core to the one bundle of it, as seen from the folder of the built file.
 * @returns {import('esbuild').Plugin}
 */
function useBuiltCore(path) {
  return {
    name: 'use-built-core',
    setup(builder) {
      builder.onResolve({ filter: /^@carehooks\/core$/ }, () => ({ path, external: true }));
    },
  };
}

async function buildEntries(built, corePath) {
  const entryPoints = built.map((path) => path.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
  await build({ ...common, entryPoints, outdir: dist, outbase: root, plugins: [useBuiltCore(corePath)] });
}

async function copyAssets() {
  for await (const file of glob(['nodes/**/*.node.json', 'icons/*.svg'], { cwd: root })) {
    await mkdir(dirname(join(dist, file)), { recursive: true });
    await cp(join(root, file), join(dist, file));
  }
}

await rm(dist, { recursive: true, force: true });
await build({ ...common, entryPoints: [{ in: '@carehooks/core', out: 'core' }], outdir: dist });
await buildEntries(manifest.n8n.nodes, '../../core.js');
await buildEntries(manifest.n8n.credentials, '../core.js');
await copyAssets();
