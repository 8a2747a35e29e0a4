import { createHmac } from 'node:crypto';
import { ekaCare, verify } from '../../../src/index.ts';
import type { Delivery } from '../../../src/delivery.ts';
import { type OwnVectors, readVectors } from '../../signature/read-vectors.ts';

/** Not vectors of Eka Care, which publishes none: computed from its description of the scheme. */
const { secret, timestampBeforeBody } = readVectors<OwnVectors>('own.json');
const { body, hex: signature } = timestampBeforeBody;
const time = Number(timestampBeforeBody.timestamp);

function delivery(header: string, receivedAt = time * 1_000): Delivery {
  return {
    method: 'POST',
    headers: { 'eka-webhook-signature': header },
    query: {},
    body: Buffer.from(body),
    receivedAt,
  };
}

const check = (header: string, options = {}, receivedAt?: number) =>
  verify(delivery(header, receivedAt), ekaCare.signature, [secret], options);

test('the vector is what the description says', () => {
  expect(createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')).toBe(signature);
  expect(check(`t=${time},v1=${signature}`)).toMatchObject({ ok: true });
});

test('any of several signatures counts, whatever their order and spaces', () => {
  expect(check(`v1=${'0'.repeat(64)}, t=${time}, v1=${signature}`)).toMatchObject({ ok: true });
  expect(check(`v0=${signature},t=${time}`)).toMatchObject({ ok: false, code: 'signature-mismatch' });
});

test('the window is 300 seconds, unless it is set', () => {
  const header = `t=${time},v1=${signature}`;
  const after = (seconds: number) => (time + seconds) * 1_000;
  expect(check(header, {}, after(300))).toMatchObject({ ok: true });
  expect(check(header, {}, after(301))).toMatchObject({ ok: false, code: 'timestamp-stale' });
  expect(check(header, {}, after(-301))).toMatchObject({ ok: false, code: 'timestamp-future' });
  expect(check(header, { tolerance: 180 }, after(181))).toMatchObject({ code: 'timestamp-stale' });
  expect(check(header, { tolerance: 0 }, after(86_400))).toMatchObject({ ok: true });
});

test.each([
  ['no time', `v1=${signature}`, 'timestamp-missing'],
  ['no signature', `t=${time}`, 'signature-mismatch'],
  ['another time', `t=${time + 1},v1=${signature}`, 'signature-mismatch'],
])('refuses %s', (_what, header, code) => {
  expect(check(header)).toMatchObject({ ok: false, code });
});
