import { cp, glob, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { build } from 'esbuild';
import { withoutSourcePaths } from '../../../scripts/without-source-paths.mjs';
import { sourceMaps } from './source-maps.mjs';

/**
 * Builds `dist`: the core bundled once, since the package has no dependencies, and beside it the package's own files
 * one by one. n8n itself gives `n8n-workflow`. `--sourcemap` is for debugging, never for what is published.
 */
const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const written = process.argv.includes('--sourcemap') ? sourceMaps : withoutSourcePaths;
const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  outdir: dist,
  bundle: true,
  platform: 'node',
  // The oldest Node that a supported n8n runs on.
  target: 'node20',
  format: 'cjs',
  external: ['n8n-workflow'],
  logLevel: 'warning',
};

/**
 * Leaves recorded samples out: they are for hosts that show samples, which n8n does not.
 * @type {import('esbuild').Plugin}
 */
const withoutSamples = {
  name: 'without-samples',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]fixtures[\\/].+\.json$/ }, () => ({ contents: 'null', loader: 'json' }));
  },
};

/**
 * Keeps the files apart: imports of each other stay imports, and those of the core lead to its bundle.
 * @type {import('esbuild').Plugin}
 */
const apart = {
  name: 'apart',
  setup(builder) {
    builder.onResolve({ filter: /^\..*\.ts$/ }, ({ path, kind }) =>
      kind === 'entry-point' ? null : { path: path.replace(/\.ts$/, '.js'), external: true },
    );
    builder.onResolve({ filter: /^@carehooks\/core$/ }, ({ importer }) => {
      const folder = posix.dirname(importer.slice(root.length + 1));
      return { path: posix.relative(folder, 'core.js'), external: true };
    });
  },
};

const named = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
const sources = await Array.fromAsync(glob('nodes/*/*.ts', { cwd: root }));
const entryPoints = [
  ...new Set([...named.map((path) => path.replace(/^dist\//, '').replace(/\.js$/, '.ts')), ...sources]),
];

await rm(dist, { recursive: true, force: true });
await build({
  ...common,
  entryPoints: [{ in: '@carehooks/core', out: 'core' }],
  plugins: [withoutSamples, written],
});
await build({ ...common, entryPoints, outbase: root, plugins: [apart, written] });
for await (const file of glob(['nodes/**/*.node.json', 'icons/*.svg'], { cwd: root })) {
  await mkdir(dirname(join(dist, file)), { recursive: true });
  await cp(join(root, file), join(dist, file));
}
