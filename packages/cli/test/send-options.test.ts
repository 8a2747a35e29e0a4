import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readFixture } from '@carehooks/core/testing';
import { silence } from '../../simulator/test/receiver.ts';
import { running } from '../../simulator/test/running.ts';
import { carehooks, type Setting } from './command-line.ts';

const start = running();
const secret = 'canary-7f3a';
const env = { CAREHOOKS_ALLY_WEBHOOK_SECRET: secret };
/** Port 9 of loopback: nothing listens there. */
const nowhere = 'http://127.0.0.1:9/';

function send(target: string, words: readonly string[] = [], setting: Setting = { env }) {
  return carehooks(['send', 'ally', 'appointment.completed', '--to', target, ...words], setting);
}

/** A rejection as the triggers answer it on n8n. */
const rejected = (response: ServerResponse) =>
  void response.writeHead(401).end('{"code":"signature-mismatch","message":"…"}');

describe('what is told', () => {
  test('says what is sent where, and how it went', async () => {
    const target = await start.receiver();
    const { code, out, err } = await send(`${target.url}?token=${secret}`, ['--count', '2']);
    expect(code).toBe(0);
    expect(err).toBe(`Sending 2 × "appointment.completed" as Ally (Heim) to ${target.url}?token=***\n`);
    expect(out).toMatch(
      /^answer +attempts +p50 +p95 +max\n200 +2 +\d+ ms +\d+ ms +\d+ ms\n\n2 sent: 2 delivered; 2 attempts in \d+\.\d s\n$/,
    );
  });

  test('tells each answer, and what to do about a rejection by Carehooks', async () => {
    const target = await start.receiver(200, rejected, 500);
    const { code, out } = await send(target.url, ['--count', '4']);
    expect(code).toBe(1);
    expect(out).toMatch(/^200 +1 /m);
    expect(out).toMatch(/^401 signature-mismatch +1 /m);
    expect(out).toMatch(/^500 +2 /m);
    expect(out).toContain('4 sent: 1 delivered, 3 failed; 4 attempts');
    expect(out).toContain(
      'signature-mismatch: No signature of the delivery matches the webhook secret.\nWhat to do: ',
    );
  });

  test('shows nothing else that the target answers', async () => {
    const target = await start.receiver(
      (response) => void response.writeHead(400).end(`{"code":"${secret}"}`),
    );
    const { code, all } = await send(target.url);
    expect(code).toBe(1);
    expect(all).not.toContain(secret);
  });

  test('ends with 3 when the target cannot be reached', async () => {
    const { code, json } = await send(nowhere, ['--json']);
    expect(code).toBe(3);
    expect(json()).toMatchObject({
      sent: 1,
      delivered: 0,
      failed: 1,
      answers: [{ answer: 'ECONNREFUSED', attempts: 1 }],
    });
  });

  test('gives the whole result as JSON, and nothing else on stdout', async () => {
    const target = await start.receiver();
    const { json } = await send(target.url, ['--json']);
    expect(json()).toEqual({
      ...{ platform: 'ally', event: 'appointment.completed', target: target.url },
      milliseconds: expect.any(Number),
      ...{ sent: 1, delivered: 1, failed: 0, unfinished: 0, attempts: 1 },
      answers: [
        {
          answer: '200',
          attempts: 1,
          latency: { p50: expect.any(Number), p95: expect.any(Number), max: expect.any(Number) },
        },
      ],
    });
  });

  test('shows a bar on a terminal, on stderr alone', async () => {
    const target = await start.receiver();
    const { out, err } = await send(target.url, ['--count', '3', '--json'], { env, terminal: true });
    expect(err).toContain('/3');
    expect(() => JSON.parse(out) as unknown).not.toThrow();
  });
});

describe('what is sent', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'carehooks-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  function write(name: string, text: string | Buffer): string {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  }

  test('is the file, byte for byte', async () => {
    const target = await start.receiver();
    const recorded = readFixture('ally', 'expanded');
    expect((await send(target.url, ['--body', write('body.json', recorded)])).code).toBe(0);
    expect(target.texts()).toEqual([recorded.toString()]);
  });

  test('is the file as different events', async () => {
    const target = await start.receiver();
    const body = write('own.json', readFixture('ally', 'expanded'));
    expect((await send(target.url, ['--body', body, '--count', '3'])).code).toBe(0);
    expect(new Set(target.texts()).size).toBe(3);
  });

  test('is refused where copies could not be told apart', async () => {
    const body = write('timeless.json', '{"data":{"id":"1"}}');
    const { code, err } = await send(nowhere, ['--body', body, '--count', '2']);
    expect(code).toBe(2);
    expect(err).toContain('Copies of this body would all be the same event.');
  });

  test('is another recorded body', async () => {
    const target = await start.receiver();
    expect((await send(target.url, ['--fixture', 'expanded'])).code).toBe(0);
    expect(target.texts()[0]).toContain('firstName');
  });

  test('is an event of one’s own, where the platform has such', async () => {
    const target = await start.receiver();
    const words = [
      'send',
      'halo',
      'our own',
      '--to',
      target.url,
      '--secret',
      'user:password',
      '--fixture',
      'custom payload',
    ];
    expect((await carehooks(words)).code).toBe(0);
    expect(target.deliveries).toHaveLength(1);
  });

  test('is signed as the settings say', async () => {
    const target = await start.receiver();
    await send(target.url, ['--set', 'signature.header=X-Other', '--set', 'signature.prefix="sha256="']);
    expect(target.deliveries[0]?.headers).toMatchObject({
      'x-other': expect.stringMatching(/^sha256=[0-9a-f]{64}$/),
    });
  });

  test('goes last first when out of order', async () => {
    const target = await start.receiver();
    await send(target.url, ['--count', '3', '--fault', 'out-of-order']);
    const times = target.texts().map((text) => /"updatedAt"\s*:\s*"([^"]*)"/.exec(text)?.[1] ?? '');
    expect(times).toEqual([...times].sort().reverse());
    expect(new Set(times).size).toBe(3);
  });
});

describe('how it is sent', () => {
  test('tries again when asked to, as the platform does', async () => {
    const target = await start.receiver(500, 200);
    const { code, json } = await send(target.url, ['--retry', '--clock-factor', '1000', '--json']);
    expect(code).toBe(0);
    expect(json()).toMatchObject({ sent: 1, delivered: 1, attempts: 2 });
  });

  test.each([[[]], [['--no-retry']]])('sends once with %j', async (words) => {
    const target = await start.receiver(500, 200);
    const { code } = await send(target.url, [...words, '--clock-factor', '1000']);
    expect(code).toBe(1);
    expect(target.deliveries).toHaveLength(1);
  });

  test('does not wait for answers at a rate', async () => {
    const target = await start.receiver(silence);
    const stop = new AbortController();
    const sending = send(target.url, ['--count', '4', '--rate', '500'], { env, interrupted: stop.signal });
    while (target.deliveries.length < 4) await setTimeout(5);
    stop.abort();
    expect((await sending).code).toBe(3);
  });

  test('sends no more than the rate', async () => {
    const stop = new AbortController();
    const target = await start.receiver((response) => {
      response.end();
      stop.abort();
    });
    const words = ['--count', '100', '--rate', '0.001', '--json'];
    const { json } = await send(target.url, words, { env, interrupted: stop.signal });
    expect(json()).toMatchObject({ sent: 1 });
  });

  test('ends with the result so far when it is interrupted', async () => {
    const stop = new AbortController();
    const target = await start.receiver(200, 200, () => stop.abort());
    const { code, json } = await send(target.url, ['--count', '100', '--json'], {
      env,
      interrupted: stop.signal,
    });
    expect(code).toBe(1);
    expect(json()).toMatchObject({ sent: 3, delivered: 2, failed: 0, unfinished: 1 });
  });
});
