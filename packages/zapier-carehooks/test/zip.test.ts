import { execFileSync } from 'node:child_process';
import { join, sep } from 'node:path';
import { builtZip } from './support/built-app.ts';
import { readZip } from './support/read-zip.ts';

const files = readZip(builtZip('ally'));
const names = [...files.keys()];
const bundle = files.get('dist/index.js') ?? '';

test('the zip was built from these sources (else run: npm run zapier -- ally build)', () => {
  // In a process of its own: esbuild does not run among the globals of Jest.
  const script = `import { bundle } from './scripts/packaging/bundle.ts';
    process.stdout.write(await bundle('src/apps/ally.ts'));`;
  const current = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: join(__dirname, '..'),
    encoding: 'utf8',
  });
  expect(current === bundle).toBe(true);
});

test('the zip holds the app, its definition and Zapier’s runtime, and nothing else', () => {
  const tops = new Set(names.map((name) => name.split('/')[0]));
  expect(tops).toEqual(
    new Set(['definition.json', 'dist', 'node_modules', 'package.json', 'zapierwrapper.js']),
  );
  expect(names.filter((name) => name.startsWith('dist/'))).toEqual(['dist/index.js']);
  expect(names).toContain('node_modules/zapier-platform-core/package.json');
});

test('no package is there that only the workspace needs', () => {
  const packages = new Set(
    names.filter((name) => name.startsWith('node_modules/')).map((name) => name.split('/')[1]),
  );
  for (const name of [
    'zod',
    'undici',
    'n8n-workflow',
    'n8n-core',
    'encoding',
    '@carehooks',
    'typescript',
    'jest',
  ]) {
    expect(packages).not.toContain(name);
  }
});

test('the bundle brings the core, and neither zod nor undici nor another host', () => {
  expect(bundle.includes('api.heim.health')).toBe(true);
  expect(bundle.match(/\bzod\b|undici|n8n-workflow/)).toBeNull();
});

test('the bundle imports Zapier’s runtime and node:crypto only', () => {
  const imports = [...bundle.matchAll(/\b(?:from|import)\s*["']([^"']+)["']/g)].map(([, name]) => name);
  expect(new Set(imports)).toEqual(new Set(['zapier-platform-core', 'node:crypto']));
});

test('the bundle writes to no console but Zapier’s', () => {
  expect(bundle.replaceAll('z.console.', '').match(/\bconsole\./)).toBeNull();
});

test('no file of ours names a folder of the machine that built it', () => {
  const ours = names.filter((name) => !name.startsWith('node_modules/'));
  for (const name of ours) expect(files.get(name)).not.toContain(process.cwd() + sep);
  expect(bundle.match(/packages\/|\.ts\b/)).toBeNull();
});

test('it stays small', () => {
  // Every cold start at Zapier loads it.
  expect(bundle.length).toBeLessThan(100_000);
});
