import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { closureOf, copyPackages } from '../../scripts/packaging/dependencies.ts';

let root: string;

/** Packages by path, each with what it depends on. */
async function install(packages: Readonly<Record<string, readonly string[]>>): Promise<void> {
  for (const [path, dependencies] of Object.entries(packages)) {
    const folder = join(root, path);
    await mkdir(folder, { recursive: true });
    const name = path.replace(/^.*node_modules\//, '');
    const manifest = {
      name,
      version: path.split('node_modules').length > 2 ? '2.0.0' : '1.0.0',
      dependencies: Object.fromEntries(dependencies.map((dependency) => [dependency, '*'])),
    };
    await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
    await writeFile(join(folder, 'index.js'), `// ${path}`);
  }
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'carehooks-closure-'));
});

afterEach(() => rm(root, { recursive: true }));

describe('closureOf', () => {
  test('finds what a package needs, nearest first, and nothing else', async () => {
    await install({
      'node_modules/app': ['@scope/a', 'b'],
      'node_modules/@scope/a': ['b'],
      'node_modules/@scope/a/node_modules/b': [],
      'node_modules/b': ['app'],
      'node_modules/unrelated': [],
    });
    const found = await closureOf(join(root, 'node_modules/app'));
    expect(found.map(({ name, version }) => `${name}@${version}`)).toEqual([
      '@scope/a@1.0.0',
      'b@2.0.0',
      'app@1.0.0',
      'b@1.0.0',
    ]);
  });

  test('says what to do when something is not installed', async () => {
    await install({ 'node_modules/app': ['missing-from-everywhere'] });
    await expect(closureOf(join(root, 'node_modules/app'))).rejects.toThrow(
      /^missing-from-everywhere, which .*app needs, is not installed\. Run npm ci\.$/,
    );
  });
});

test('copyPackages keeps every package where others find it', async () => {
  await install({ 'node_modules/app': ['b'], 'node_modules/app/node_modules/b': [], 'node_modules/b': [] });
  const packages = await closureOf(join(root, 'node_modules/app'));
  const target = join(root, 'copy');
  await copyPackages(packages, dirname(join(root, 'node_modules/app')), target);
  await expect(readFile(join(target, 'app/node_modules/b/index.js'), 'utf8')).resolves.toContain(
    'app/node_modules/b',
  );
  await expect(readFile(join(target, 'app/index.js'), 'utf8')).resolves.toContain('node_modules/app');
  await expect(readFile(join(target, 'b/index.js'), 'utf8')).rejects.toMatchObject({ code: 'ENOENT' });
});
