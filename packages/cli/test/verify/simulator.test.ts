import { type Delivery, type HmacScheme, type Platform, platforms, sign } from '@carehooks/core';
import { fixtureSecret, fixtureTime } from '@carehooks/core/testing';
import type { FaultName, SimulatedPlatform } from '@carehooks/simulator';
import { running } from '../../../simulator/test/running.ts';
import { carehooks, platformOf } from '../command-line.ts';
import { toRaw } from './captures.ts';

const start = running();

/** What arrives when an event happens at the simulated platform, and the record of it. */
async function fired({ id, events, signature }: Platform, faults: readonly FaultName[] = []) {
  const simulator = await start.simulator();
  const receiver = await start.receiver();
  const simulated = Object.values(simulator.platforms).find((one: SimulatedPlatform) => one.id === id)!;
  const secret = fixtureSecret({ signature });
  const target = { url: receiver.url, secret };
  await simulated.fire(events[0]?.type ?? '', { target, faults: [...faults] }).settled();
  return { delivery: receiver.deliveries[0]!, record: simulated.deliveries.list()[0]!, secret };
}

function verify(
  platform: Platform,
  piped: string | Uint8Array,
  secret: string,
  words: readonly string[] = [],
) {
  const env = { CAREHOOKS_SECRET: secret };
  return carehooks(['verify', platform.id, '--request', '-', ...words], { env, piped });
}

function receiptOf({ receivedAt }: Delivery): string[] {
  return ['--at', new Date(receivedAt).toISOString()];
}

/** By kind of scheme. Basic authentication proves who sends, not what or when. */
const codes: Readonly<Partial<Record<FaultName, Record<Platform['signature']['kind'], string | null>>>> = {
  forged: { hmac: 'signature-mismatch', discovery: 'signature-mismatch', basic: 'credentials-mismatch' },
  'wrong-secret': {
    hmac: 'signature-mismatch',
    discovery: 'signature-mismatch',
    basic: 'credentials-mismatch',
  },
  unsigned: { hmac: 'signature-missing', discovery: 'signature-missing', basic: 'credentials-missing' },
  'changed-body': { hmac: 'signature-mismatch', discovery: 'signature-mismatch', basic: null },
  'stale-timestamp': { hmac: 'timestamp-stale', discovery: null, basic: null },
  'future-timestamp': { hmac: 'timestamp-future', discovery: null, basic: null },
  'malformed-json': { hmac: 'body-malformed', discovery: 'body-malformed', basic: 'body-malformed' },
  multipart: { hmac: 'body-malformed', discovery: 'body-malformed', basic: 'body-malformed' },
};

describe.each(platforms)('what $name is simulated to send', (platform) => {
  const faults = Object.entries(codes).map(([name, byKind]) => [
    name as FaultName,
    byKind[platform.signature.kind],
  ]);

  it('is authentic as it arrives', async () => {
    const { delivery, secret } = await fired(platform);
    const { code, out } = await verify(platform, toRaw(delivery), secret, receiptOf(delivery));
    expect(out).toContain('The delivery is authentic.');
    expect(code).toBe(0);
  });

  it.each(faults as Array<[FaultName, string | null]>)(
    'is explained with the fault "%s": %s',
    async (fault, expected) => {
      const { delivery, secret } = await fired(platform, [fault]);
      const { json } = await verify(platform, toRaw(delivery), secret, [...receiptOf(delivery), '--json']);
      expect(json()).toMatchObject({ verified: expected === null, code: expected });
    },
  );

  it('is recorded so that it can be checked, where the record does not mask what proves it', async () => {
    const { record, secret } = await fired(platform);
    const { code, out } = await verify(platform, JSON.stringify(record), secret);
    const masked = platform.signature.kind === 'basic';
    expect(code).toBe(masked ? 1 : 0);
    expect(out).toContain(masked ? '"Basic" and asterisks' : 'The delivery is authentic.');
    const [attempt] = record.attempts;
    expect((await verify(platform, JSON.stringify(attempt), secret)).code).toBe(code);
    expect((await verify(platform, JSON.stringify(attempt?.request), secret)).code).toBe(code);
  });

  it('cannot be checked where the record holds a part of the body', async () => {
    const { record, secret } = await fired(platform, ['oversized']);
    const { code, out } = await verify(platform, JSON.stringify(record), secret);
    expect(code).toBe(1);
    expect(out).toContain('✗ The record holds only the beginning of the body, so no signature can fit.');
  });
});

it('recognizes milliseconds where a platform writes seconds', async () => {
  const platform = platformOf('eka-care');
  const scheme = platform.signature as HmacScheme;
  const body = Buffer.from('{"event":"appointment.created","data":{}}');
  const timestamp = { ...scheme.timestamp!, format: 'unix-milliseconds' as const };
  const headers = sign(body, { ...scheme, timestamp }, 'secret', { time: fixtureTime });
  const raw = toRaw({ method: 'POST', headers, query: {}, body, receivedAt: fixtureTime });
  const { code, out } = await verify(platform, raw, 'secret', ['--at', new Date(fixtureTime).toISOString()]);
  expect(code).toBe(1);
  expect(out).toContain(
    '✗ The timestamp is written as milliseconds since 1970, where seconds since 1970 belong.',
  );
});
