import { PassThrough } from 'node:stream';
import { platforms } from '@carehooks/core';
import { neededSettings, variableOf } from '../src/account/variables.ts';
import { readSecret } from '../src/secret.ts';
import { capture } from './command-line.ts';

const canary = 'canary-7f3a';

function terminal(env: Readonly<Record<string, string>> = {}, isInteractive = true) {
  const stdin = new PassThrough();
  const [stdout, stderr] = [capture(), capture()];
  const io = { stdin, stdout: stdout.stream, stderr: stderr.stream, env, isInteractive };
  return { io, stdin, shown: () => `${stdout.text()}${stderr.text()}` };
}

const sources = { variables: ['FIRST', 'SECOND'], prompt: 'Secret:' };

it.each([
  [{ ...sources, option: 'option' }, { FIRST: 'first' }, 'option'],
  [sources, { FIRST: 'first', SECOND: 'second' }, 'first'],
  [sources, { FIRST: '', SECOND: 'second' }, 'second'],
  [{ ...sources, option: '' }, { SECOND: 'second' }, 'second'],
])('takes %j with %j', async (given, env, found) => {
  expect(await readSecret(terminal(env).io, given)).toBe(found);
});

it('asks a person last, and shows stars', async () => {
  const { io, stdin, shown } = terminal();
  const answer = readSecret(io, sources);
  stdin.write(`${canary}\r`);
  expect(await answer).toBe(canary);
  expect(shown()).toContain('Secret:');
  expect(shown()).toContain('*'.repeat(canary.length));
  expect(shown()).not.toContain(canary);
});

it('is none where nobody can be asked', async () => {
  const { io, shown } = terminal({}, false);
  expect(await readSecret(io, sources)).toBeNull();
  expect(shown()).toBe('');
});

it('is none when a person enters nothing', async () => {
  const { io, stdin } = terminal();
  const answer = readSecret(io, sources);
  stdin.write('\r');
  expect(await answer).toBeNull();
});

it('says so when a person gives up', async () => {
  const { io, stdin, shown } = terminal();
  const answer = readSecret(io, sources);
  stdin.write(canary);
  stdin.write('\u0003');
  await expect(answer).rejects.toMatchObject({ message: 'Nothing was entered.', code: 2 });
  expect(shown()).not.toContain(canary);
});

it('has a variable of its own for every setting', () => {
  const names = platforms.flatMap((platform) =>
    platform.settings.map(({ key }) => variableOf(platform, key)),
  );
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(['CAREHOOKS_ALLY_API_KEY', 'CAREHOOKS_HALO_CONNECT_SITE_ID']));
  expect(names.filter((name) => !/^CAREHOOKS_[A-Z]+(?:_[A-Z]+)+$/.test(name))).toEqual([]);
});

it('knows what each platform needs to be asked', () => {
  const needed = platforms.map((platform) => [platform.id, neededSettings(platform).map(({ key }) => key)]);
  expect(Object.fromEntries(needed)).toMatchObject({
    ally: ['apiKey'],
    'eka-care': ['clientId', 'clientSecret'],
    'halo-connect': ['apiKey'],
    halo: ['haloUrl', 'clientId', 'clientSecret'],
  });
});
