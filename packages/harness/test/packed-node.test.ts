import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { filesBelow, packTarball, unpackTarball } from '../src/tarball.ts';

const run = promisify(execFile);
const root = resolve('packages/n8n-nodes-carehooks');
const scan = join(root, 'scripts', 'scan.mjs');

/** One of the scanner's rules works otherwise while it is itself under test, which it takes from NODE_ENV. */
const env = { ...process.env, NODE_ENV: 'production' };

interface Manifest {
  readonly name: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly keywords: readonly string[];
  readonly n8n: { readonly nodes: readonly string[]; readonly credentials: readonly string[] };
  readonly dependencies?: object;
  readonly peerDependencies: object;
}

let folder: string;
let unpacked: string;
let files: readonly string[];
let manifest: Manifest;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carehooks-packed-'));
  unpacked = await unpackTarball(await packTarball(root, folder), folder);
  files = await filesBelow(unpacked);
  manifest = JSON.parse(await readFile(join(unpacked, 'package.json'), 'utf8')) as Manifest;
}, 30_000);

afterAll(() => rm(folder, { recursive: true }));

/** https://docs.n8n.io/integrations/creating-nodes/build/reference/verification-guidelines/ */
describe('the packed n8n package', () => {
  it('is named, and found in the registry, as a community node', () => {
    expect(manifest.name).toMatch(/^n8n-nodes-/);
    expect(manifest.keywords).toContain('n8n-community-node-package');
    expect(manifest.author).toEqual({ name: expect.any(String), email: expect.stringMatching(/.@./) });
  });

  it('says by what to load it, and every node has its page of n8n’s catalogue', () => {
    const { nodes, credentials, ...others } = manifest.n8n;
    expect(others).toEqual({ n8nNodesApiVersion: 1, strict: true });
    expect([...nodes, ...credentials].filter((file) => !files.includes(file))).toEqual([]);
    const offered = files.filter((file) => /\.(?:node|credentials)\.js$/.test(file));
    expect([...credentials, ...nodes]).toEqual(offered);
    expect(nodes.filter((file) => !files.includes(`${file}on`))).toEqual([]);
  });

  it('depends on nothing', () => {
    expect(manifest.dependencies ?? {}).toEqual({});
    expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
  });

  it('has a README that says how to install and use it, with an item as an example', async () => {
    const readme = await readFile(join(unpacked, 'README.md'), 'utf8');
    const headings = [...readme.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(
      expect.arrayContaining(['Install', 'Use', 'Credentials', 'Compatibility', 'Resources', 'License']),
    );
    expect(readme).toContain(manifest.name);
    expect(readme).toMatch(/^```json\n\{/m);
    // It is shown on pages where a path into the repository leads nowhere.
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link ?? '');
    expect(links.filter((link) => !link.startsWith('https://') && !files.includes(link))).toEqual([]);
  });

  it('needs nothing at run time but n8n-workflow and node:crypto', async () => {
    const scripts = files.filter((file) => file.endsWith('.js'));
    const sources = await Promise.all(scripts.map((file) => readFile(join(unpacked, file), 'utf8')));
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
