import { type Platform, platforms } from '@carehooks/core';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { apps, platformOf } from '../support/apps.ts';
import { builtZip } from '../support/built-app.ts';
import { readZip } from '../support/read-zip.ts';

describe.each(apps)('the zip of %s', (app) => {
  let files: Map<string, string>;
  let names: string[];
  let bundle: string;

  beforeAll(() => {
    files = readZip(builtZip(app));
    names = [...files.keys()];
    bundle = files.get('dist/index.js') ?? '';
  });

  test('was built from these sources (else run: npm run zapier -- all build)', () => {
    // In a process of its own: esbuild does not run among the globals of Jest.
    const script = `import { bundle } from './scripts/packaging/bundle.ts';
    process.stdout.write(await bundle('src/apps/${app}.ts'));`;
    const current = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: join(__dirname, '..', '..'),
      encoding: 'utf8',
    });
    expect(current === bundle).toBe(true);
  });

  test('holds the app, its definition and Zapier’s runtime, and nothing else', () => {
    const tops = new Set(names.map((name) => name.split('/')[0]));
    expect(tops).toEqual(
      new Set(['definition.json', 'dist', 'node_modules', 'package.json', 'zapierwrapper.js']),
    );
    expect(names.filter((name) => name.startsWith('dist/'))).toEqual(['dist/index.js']);
    expect(names).toContain('node_modules/zapier-platform-core/package.json');
  });

  test('has no package that only the workspace needs', () => {
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

  test('brings the core, and neither zod nor undici nor another host', () => {
    expect(bundle.includes(platformOf(app).name)).toBe(true);
    expect(bundle.match(/\bzod\b|undici|n8n-workflow/)).toBeNull();
  });

  test('leaves all other platforms out', () => {
    const descriptions = ({ events }: Platform) => events.map(({ description }) => description);
    const own = new Set(descriptions(platformOf(app)));
    const others = platforms.flatMap(descriptions).filter((description) => !own.has(description));
    expect(others.filter((description) => bundle.includes(description))).toEqual([]);
    expect([...own].filter((description) => !bundle.includes(description))).toEqual([]);
  });

  test('imports Zapier’s runtime, node:crypto and node:stream only', () => {
    const imports = [...bundle.matchAll(/\b(?:from|import)\s*["']([^"']+)["']/g)].map(([, name]) => name);
    expect(new Set(imports)).toEqual(new Set(['zapier-platform-core', 'node:crypto', 'node:stream']));
  });

  test('writes to no console but Zapier’s', () => {
    expect(
      bundle.replaceAll('z.console.', '').match(/\bconsole\.(?:log|info|warn|error|debug|trace|dir)\b/),
    ).toBeNull();
  });

  test('holds no trace of the workspace or of the folder that it was built in', () => {
    const workspace = join(__dirname, '..', '..', '..', '..');
    const traces = [workspace, '@carehooks/', 'carehooks-workspace', 'carehooks-zapier-', '.zapierapprc'];
    const telling = names.filter((name) =>
      traces.some((trace) => `${name}\n${files.get(name)}`.includes(trace)),
    );
    expect(telling).toEqual([]);
    expect(bundle.match(/packages\/|\.ts\b/)).toBeNull();
  });

  test('stays small', () => {
    // Every cold start at Zapier loads it. Samples are the larger part where there are many events.
    expect(bundle.length).toBeLessThan(150_000);
  });
});
