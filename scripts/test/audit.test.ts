import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';

/** npm runs twice in each test. */
jest.setTimeout(60_000);

/** Asks a stand-in of a registry about a workspace with a package that is published, and what helps to make it. */

const advisory = (severity: string) => ({
  'left-behind': [
    {
      id: 1,
      url: 'https://example.com/advisories/1',
      title: 'Leaves the door open',
      severity,
      vulnerable_versions: '<2.0.0',
      cwe: [],
      cvss: { score: 0, vectorString: null },
    },
  ],
});

const packument = {
  name: 'left-behind',
  'dist-tags': { latest: '2.0.0' },
  versions: Object.fromEntries(
    ['1.0.0', '2.0.0'].map((version) => [version, { name: 'left-behind', version, dist: {} }]),
  ),
};

/** A published package with a dependency, and a private one that it is tested with. */
const workspace = {
  'package.json': { name: 'workspace', version: '1.0.0', workspaces: ['shipped', 'tests'] },
  'shipped/package.json': {
    name: 'shipped',
    version: '1.0.0',
    dependencies: { 'left-behind': '1.0.0' },
    devDependencies: { tests: '*' },
    peerDependencies: { host: '*' },
  },
  'tests/package.json': { name: 'tests', version: '1.0.0', dependencies: { harness: '1.0.0' } },
};

const lockfile = {
  name: 'workspace',
  version: '1.0.0',
  lockfileVersion: 3,
  packages: {
    '': workspace['package.json'],
    shipped: workspace['shipped/package.json'],
    tests: workspace['tests/package.json'],
    'node_modules/shipped': { resolved: 'shipped', link: true },
    'node_modules/tests': { resolved: 'tests', link: true },
    'node_modules/harness': { version: '1.0.0' },
    'node_modules/host': { version: '1.0.0', peer: true },
    'node_modules/left-behind': { version: '1.0.0' },
  },
};

let project: string;
let server: Server;
let status: number;
let advisories: object;
let asked: unknown[];

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'carehooks-audit-'));
  for (const [file, content] of Object.entries(workspace)) {
    await mkdir(dirname(join(project, file)), { recursive: true });
    await writeFile(join(project, file), JSON.stringify(content));
  }
  server = createServer(async (request, response) => {
    if (request.method === 'POST') asked.push(JSON.parse(await text(request.pipe(createGunzip()))));
    response.writeHead(request.method === 'POST' ? status : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(request.method === 'POST' ? advisories : packument));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

beforeEach(async () => {
  [status, advisories, asked] = [200, {}, []];
  await writeLockfile(JSON.stringify(lockfile));
});

function writeLockfile(text: string): Promise<void> {
  return writeFile(join(project, 'package-lock.json'), text);
}

afterAll(async () => {
  await new Promise((done) => server.close(done));
  await rm(project, { recursive: true });
});

/** Runs the script as `npm run audit` does, in the project and with the stand-in. */
async function audit(): Promise<{ code: unknown; out: string; err: string }> {
  const { port } = server.address() as AddressInfo;
  const settings = {
    npm_config_registry: `http://127.0.0.1:${port}/`,
    npm_config_cache: await mkdtemp(join(project, 'cache-')),
    npm_config_fetch_retries: '0',
  };
  return new Promise((done) => {
    const options = { cwd: project, env: { ...process.env, ...settings } };
    execFile(process.execPath, [resolve('scripts/audit.ts'), 'shipped'], options, (error, out, err) =>
      done({ code: error?.code ?? 0, out, err }),
    );
  });
}

it('asks about what users get alone, and passes where no vulnerability is known', async () => {
  expect(await audit()).toEqual({ code: 0, out: 'No vulnerability is known.\n', err: '' });
  expect(asked).toEqual([{ 'left-behind': ['1.0.0'] }]);
});

it.each(['high', 'critical'])('fails for one that is %s, and says which', async (severity) => {
  advisories = advisory(severity);
  expect(await audit()).toMatchObject({
    code: 1,
    out: `1 known vulnerability, update what is high or critical:
- left-behind 1.0.0, ${severity}: Leaves the door open (https://example.com/advisories/1)
`,
  });
});

it('tells of others, and passes', async () => {
  advisories = advisory('moderate');
  expect(await audit()).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^1 known vulnerability, none of them high:\n- left-behind .*moderate/),
  });
});

it.each([404, 405, 501])(
  'passes where the registry has no advisories (HTTP %s), and says so',
  async (none) => {
    status = none;
    expect(await audit()).toMatchObject({
      code: 0,
      out: `Nothing was audited: this registry knows no advisories (HTTP ${none}).\n`,
    });
  },
);

it('fails where the registry is out of order', async () => {
  status = 503;
  expect(await audit()).toMatchObject({
    code: 1,
    out: expect.stringMatching(/^Nothing was audited: 503 .*again/),
  });
});

it('says what to do where the lockfile is not that of the package', async () => {
  await writeLockfile(JSON.stringify(lockfile).replaceAll('left-behind', 'elsewhere'));
  expect(await audit()).toEqual({ code: 1, out: '', err: expect.stringContaining('Run npm install') });
  expect(asked).toEqual([]);
});
