import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { platforms, TriggerError } from '@carehooks/core';
import { Refusal } from '@carehooks/simulator';
import { reportFailure } from '../src/failure.ts';
import { exitCodes } from '../src/exit.ts';
import { capture, carehooks } from './command-line.ts';

const canary = 'canary-7f3a';
const { version } = JSON.parse(readFileSync('packages/cli/package.json', 'utf8')) as { version: string };

it.each(['--version', '-v'])('prints its version with %s', async (option) => {
  expect(await carehooks([option])).toMatchObject({ code: 0, out: `${version}\n`, err: '' });
});

it('lists its commands', async () => {
  const { code, out } = await carehooks(['--help']);
  expect(code).toBe(0);
  for (const command of ['start', 'send', 'verify', 'doctor', 'sweep']) {
    expect(out).toMatch(new RegExp(`^ {2}${command} `, 'm'));
  }
});

it.each(['start', 'send', 'verify', 'doctor', 'sweep'])('helps with %s', async (command) => {
  const { code, out } = await carehooks([command, '--help']);
  expect(code).toBe(0);
  expect(out).toContain(`Usage: carehooks ${command} `);
});

it.each([
  [[], 'Usage: carehooks'],
  [['fetch'], "Error: unknown command 'fetch'"],
  [['send'], "Error: required option '--to <url>' not specified"],
  [['send', 'ally', '--to', 'http://127.0.0.1:9'], "Error: missing required argument 'event'"],
  [
    ['send', 'alley', 'closed', '--to', 'http://127.0.0.1:9'],
    `Allowed choices are ${platforms.map(({ id }) => id).join(', ')}.`,
  ],
  [['send', 'ally', 'closed', '--to', 'http://127.0.0.1:9'], 'Choose one of: appointment.created, '],
  [['send', 'ally', 'x', '--to', 'file:///etc'], 'starts with http:// or https://'],
  [['send', 'ally', 'x', '--to', 'http://127.0.0.1:9', '--fault', 'rain'], 'Allowed choices are duplicate, '],
  [['send', 'ally', 'x', '--to', 'http://127.0.0.1:9', '--count', '0'], 'a whole number from 1 to 100000'],
  [['send', 'ally', 'x', '--to', 'http://127.0.0.1:9', '--rate', '-1'], 'Enter a number above 0.'],
  [['doctor', 'alley'], 'Allowed choices are ally, '],
  [['start', '--port', '70000'], 'a whole number from 0 to 65535'],
])('refuses %j', async (words, message) => {
  const { code, out, err } = await carehooks(words);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(out).toBe('');
});

const send = ['send', 'ally', 'appointment.created', '--to', 'http://127.0.0.1:9'];

it.each([
  [[...send, '--body', '/nowhere.json'], 'The file /nowhere.json cannot be read (ENOENT).'],
  [[...send, '--body', 'a', '--fixture', 'b'], 'Both --body and --fixture are given.'],
  [
    [...send, '--fixture', 'nothing'],
    'There is no fixture "nothing" for ally. Choose one of: appointment.cancelled, ',
  ],
  [[...send, '--set', 'signature'], 'Write --set group.name=value'],
  [[...send, '--set', 'signature.encoding=morse'], 'signature.encoding: '],
  [['send', 'halo', 'closed', '--to', 'http://127.0.0.1:9', '--secret', canary], 'user:password'],
])('says what to correct in %j', async (words, message) => {
  const { code, err } = await carehooks(words);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err).not.toContain(canary);
});

it.each(['--secrt', '--pass', '-x'])('does not repeat what follows the mistyped %s', async (option) => {
  const { code, all } = await carehooks([...send, `${option}=${canary}`]);
  expect(code).toBe(2);
  expect(all).toContain(`Error: unknown option '${option}'`);
  expect(all).not.toContain(canary);
});

it('does not repeat an address that cannot be used, since it may hold a key', async () => {
  const { code, err } = await carehooks(['send', 'ally', 'x', '--to', `https//example.com?token=${canary}`]);
  expect(code).toBe(2);
  expect(err).toContain("Error: option '--to <url>' is invalid. Enter a web address that starts with http");
  expect(err).not.toContain(canary);
});

it('does not repeat a value with a quotation mark in it either', async () => {
  const { all } = await carehooks([...send, `--secrt=it's ${canary}`]);
  expect(all).toContain("Error: unknown option '--secrt'");
  expect(all).not.toContain(canary);
});

describe('a failure', () => {
  function reported(error: unknown) {
    const { stream, text } = capture();
    const io = { stdin: new PassThrough(), stdout: stream, stderr: stream, env: {}, isInteractive: false };
    return { code: reportFailure(error, io), text: text() };
  }

  it('tells of an API in the core’s own words', () => {
    const { code, text } = reported(new TriggerError('api-throttled', { status: 429 }));
    expect(code).toBe(exitCodes.unreachable);
    expect(text).toMatch(/^Error: The API asks to slow down \[HTTP 429\]\.\nWhat to do: Try again later/);
  });

  it('tells of settings', () => {
    expect(reported(new TriggerError('base-url-invalid')).code).toBe(exitCodes.usage);
    expect(reported(new Refusal('Do this.')).text).toBe('Error: Do this.\n');
  });

  it.each([new TypeError(canary), canary, Object.assign(new Error(canary), { cause: canary })])(
    'tells no more than the kind of what nobody expected',
    (error) => {
      const { code, text } = reported(error);
      expect(code).toBe(exitCodes.notGood);
      expect(text).toMatch(/^Error: Carehooks failed unexpectedly \(\w+\)\.\nWhat to do: Report it/);
      expect(text).not.toContain(canary);
    },
  );
});

it('lists the events of a platform in the help of send', async () => {
  for (const { id, events } of platforms) {
    const { out } = await carehooks(['send', id, '--help']);
    for (const { type } of events) expect(out).toContain(`  ${type}\n`);
  }
});
