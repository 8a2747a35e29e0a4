import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = resolve('packages/n8n-nodes-carehooks');
const scan = join(root, 'scripts', 'scan.mjs');

/** One of the scanner's rules works otherwise while it is itself under test, which it takes from NODE_ENV. */
const env = { ...process.env, NODE_ENV: 'production' };

let folder: string;
let unpacked: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carehooks-packed-'));
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const { stdout } = await run('npm', pack, { cwd: root });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  await run('tar', ['-xzf', join(folder, filename), '-C', folder]);
  unpacked = join(folder, 'package');
}, 30_000);

afterAll(() => rm(folder, { recursive: true }));

async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe('the packed n8n package', () => {
  it('holds what it says and nothing else', async () => {
    const manifest = JSON.parse(await readFile(join(unpacked, 'package.json'), 'utf8')) as {
      n8n: { nodes: string[]; credentials: string[] };
      dependencies?: object;
    };
    expect(manifest.dependencies ?? {}).toEqual({});
    const files = (await filesBelow(unpacked)).map((file) => file.slice(unpacked.length + 1));
    expect(files).toEqual(expect.arrayContaining([...manifest.n8n.nodes, ...manifest.n8n.credentials]));
    const expected =
      /^(?:package\.json|README\.md|LICENSE|dist\/(?:core\.js|icons\/.+\.svg|credentials\/.+\.js|nodes\/.+\.(?:js|json)))$/;
    expect(files.filter((file) => !expected.test(file))).toEqual([]);
  });

  it('needs nothing at run time but n8n-workflow and node:crypto', async () => {
    const scripts = (await filesBelow(unpacked)).filter((file) => file.endsWith('.js'));
    const sources = await Promise.all(scripts.map((file) => readFile(file, 'utf8')));
    const required = sources
      .flatMap((source) => [...source.matchAll(/\brequire\("([^"]+)"\)/g)])
      .map(([, name]) => name);
    const outside = new Set(required.filter((name) => name?.startsWith('.') === false));
    expect([...outside].sort()).toEqual(['n8n-workflow', 'node:crypto']);
  });

  it('has a bundle below 150 KB', async () => {
    expect((await stat(join(unpacked, 'dist', 'core.js'))).size).toBeLessThan(150_000);
  });

  it('passes the rules of n8n’s scanner, tarball and sources', async () => {
    const { stdout } = await run(process.execPath, [scan], { env });
    expect(stdout).toBe('tarball: passed\nsource: passed\n');
  }, 60_000);

  it('would not pass with what the scanner forbids', async () => {
    const copy = join(folder, 'forbidden');
    await cp(unpacked, copy, { recursive: true });
    await writeFile(join(copy, 'dist', 'core.js'), 'setTimeout(() => process.exit(), 1000);\n');
    await expect(run(process.execPath, [scan, copy], { env })).rejects.toMatchObject({
      stdout: expect.stringContaining('no-restricted-globals'),
    });
  }, 60_000);
});
