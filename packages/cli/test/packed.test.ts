import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { accept, ally } from '@carehooks/core';
import { fixtureHeaders, fixtureSecret, readFixture } from '@carehooks/core/testing';
import { filesBelow, packTarball, unpackTarball } from '../../harness/src/tarball.ts';
import { running } from '../../simulator/test/running.ts';

const root = resolve('packages/cli');
const start = running();

let folder: string;
let unpacked: string;
let script: string;

/** The package as npm would publish it, in an empty folder with its dependencies and nothing else. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carehooks-cli-'));
  unpacked = await unpackTarball(await packTarball(root, folder), folder);
  script = join(unpacked, 'dist', 'carehooks.js');
  const manifest = JSON.parse(await readFile(join(unpacked, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const name of Object.keys(manifest.dependencies)) await linkDependency(name);
}, 30_000);

afterAll(() => rm(folder, { recursive: true }));

async function linkDependency(name: string): Promise<void> {
  const places = [join(root, 'node_modules', name), resolve('node_modules', name)];
  const place = places.find((path) => existsSync(path)) ?? '';
  const link = join(unpacked, 'node_modules', name);
  await mkdir(dirname(link), { recursive: true });
  await symlink(place, link);
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the package from the folder that it lies in. */
async function packed(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input = '',
): Promise<Ended> {
  const child = spawn(process.execPath, [script, ...words], { cwd: folder, env: { ...process.env, ...env } });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  child.stdin.end(input);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, out, err };
}

it('ends without a word when nobody reads on', async () => {
  const child = spawn(process.execPath, [script, '--help']);
  child.stdout.destroy();
  const [told, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  expect([told, code]).toEqual(['', 0]);
});

it('ends a command as Ctrl+C does when nobody reads on', async () => {
  const child = spawn(process.execPath, [script, 'start', '--port', '0']);
  child.stdout.destroy();
  const [told, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  expect([told, code]).toEqual(['Stopped.\n', 0]);
});

it('is a program, with the recorded bodies beside it and not their headers', async () => {
  const files = await filesBelow(unpacked);
  expect(files).toContain('dist/fixtures/ally/appointment.completed.json');
  expect(files.filter((file) => file.endsWith('.headers.json'))).toEqual([]);
  expect((await stat(script)).mode & 0o111).toBe(0o111);
  expect(await readFile(script, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});

it('helps', async () => {
  expect(await packed(['--help'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('Usage: carehooks'),
    err: '',
  });
});

it('sends a delivery that a trigger accepts', async () => {
  const target = await start.receiver();
  const words = ['send', 'ally', 'appointment.completed', '--to', target.url];
  const { code } = await packed(words, { CAREHOOKS_ALLY_WEBHOOK_SECRET: 'secret' });
  expect(code).toBe(0);
  const outcome = accept(target.deliveries[0]!, { platform: ally, secrets: ['secret'] });
  expect(outcome).toMatchObject({ kind: 'accepted' });
});

it('explains a captured request', async () => {
  const body = readFixture('ally', 'appointment.completed').toString();
  const capture = {
    method: 'POST',
    url: '/',
    headers: fixtureHeaders('ally', 'appointment.completed'),
    body,
  };
  const words = ['verify', 'ally', '--request', '-'];
  const input = JSON.stringify(capture);
  const right = await packed(words, { CAREHOOKS_SECRET: fixtureSecret(ally) }, input);
  expect(right).toMatchObject({ code: 0, out: expect.stringContaining('The delivery is authentic.') });
  const wrong = await packed(words, { CAREHOOKS_SECRET: 'canary-7f3a' }, input);
  expect(wrong).toMatchObject({ code: 1, out: expect.stringContaining('(signature-mismatch)') });
  expect(wrong.out + wrong.err).not.toContain('canary-7f3a');
});

it('asks an account over HTTP', async () => {
  const simulator = await start.simulator();
  const { apiKey = '', baseUrl = '' } = simulator.platforms.ally.account.connection(simulator.url);
  const env = { CAREHOOKS_ALLY_API_KEY: apiKey, CAREHOOKS_ALLY_BASE_URL: baseUrl };
  expect(await packed(['doctor', 'ally'], env)).toMatchObject({
    code: 0,
    out: expect.stringContaining('✓ Account: '),
  });
});

it('starts the simulated platforms, and ends them with Ctrl+C', async () => {
  const child = spawn(process.execPath, [script, 'start', '--port', '0'], { cwd: folder });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  let out = '';
  for await (const chunk of child.stdout) {
    out += String(chunk);
    if (out.includes('Ctrl+C ends it.')) child.kill('SIGINT');
  }
  expect(await ended).toBe(0);
  expect(out).toContain('the simulated platforms alone');
});
