import { createHmac } from 'node:crypto';
import { ekaCare, verify } from '../../../src/index.ts';
import type { Delivery } from '../../../src/delivery.ts';

/** Not a vector of Eka Care, which publishes none: computed by hand from its description of the scheme. */
const time = 1730189588;
const text =
  '{"service":"appointment","event":"appointment.created","transaction_id":"8y3458734657","event_time":1730189586,"timestamp":1730189586,"client_id":"c1","business_id":"b1","data":{"appointment_id":"api-1","status":"BK","action":"created"}}';
const signature = '2b8460f858adc4f3725987541095a6037a0ba56f9c8929c951bdbc80934a6eac';
const secret = 'whsec_test_123';

function delivery(header: string, receivedAt = time * 1_000): Delivery {
  return {
    method: 'POST',
    headers: { 'eka-webhook-signature': header },
    query: {},
    body: Buffer.from(text),
    receivedAt,
  };
}

const check = (header: string, options = {}, receivedAt?: number) =>
  verify(delivery(header, receivedAt), ekaCare.signature, [secret], options);

test('the vector is what the description says', () => {
  expect(createHmac('sha256', secret).update(`${time}.${text}`).digest('hex')).toBe(signature);
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
