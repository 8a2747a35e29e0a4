import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitForOtherInstallers } from '../../src/server/concurrent-install.ts';

let cache: string;

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'carehooks-cache-'));
});

afterEach(() => rmSync(cache, { recursive: true }));

test('a living installer is waited for, and the remains of a dead one are removed', async () => {
  const folder = join(cache, 'n8n');
  const installer = spawn('sleep', ['1'], { stdio: 'ignore' });
  const staging = `${folder}.installing-${installer.pid}`;
  let hasEnded = false;
  installer.once('exit', () => {
    hasEnded = true;
  });
  mkdirSync(staging);
  await waitForOtherInstallers(folder);
  expect(hasEnded).toBe(true);
  expect(existsSync(staging)).toBe(false);
});

test('other folders of the cache are left alone', async () => {
  const other = join(cache, 'n8n-other.installing-1');
  mkdirSync(other);
  await waitForOtherInstallers(join(cache, 'n8n'));
  expect(existsSync(other)).toBe(true);
});
