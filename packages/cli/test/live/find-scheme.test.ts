import { type Delivery, type HmacScheme, sign } from '@carehooks/core';
import { describeScheme, findScheme } from '../../src/live/checks/find-scheme.ts';

const body = Buffer.from('{"data":{"id":"apt_1"}}');
const secret = 'whsec_test_123';
const time = Date.parse('2026-03-05T14:30:02Z');

function delivered(scheme: HmacScheme): Delivery {
  const headers = { host: 'localhost', 'x-request': 'a'.repeat(64), ...sign(body, scheme, secret, { time }) };
  return { method: 'POST', headers, query: {}, body, receivedAt: time };
}

const timestamp = { at: { header: 'x-time' }, format: 'unix-seconds', tolerance: 300 } as const;

it.each<[string, HmacScheme, string]>([
  [
    'the body alone',
    {
      kind: 'hmac',
      algorithm: 'sha256',
      encoding: 'hex',
      content: '{body}',
      signature: { header: 'x-proof' },
    },
    'HMAC-SHA256 over the raw body, in the header `x-proof` as hex of 64 digits',
  ],
  [
    'a prefix',
    {
      ...{ kind: 'hmac', algorithm: 'sha256', encoding: 'base64', content: '{body}' },
      signature: { header: 'x-proof', prefix: 'sha256=' },
    },
    'HMAC-SHA256 over the raw body, in the header `x-proof` as base64 of 44 characters behind `sha256=`',
  ],
  [
    'the time before the body',
    {
      ...{ kind: 'hmac', algorithm: 'sha512', encoding: 'hex', content: '{timestamp}.{body}', timestamp },
      signature: { header: 'x-proof' },
    },
    'HMAC-SHA512 over time, full stop and raw body with the time of `x-time`, in the header `x-proof` as hex of 128 digits',
  ],
  [
    'the time behind the body',
    {
      ...{ kind: 'hmac', algorithm: 'sha256', encoding: 'hex', content: '{body}.{timestamp}', timestamp },
      signature: { header: 'x-proof' },
    },
    'HMAC-SHA256 over raw body, full stop and time with the time of `x-time`, in the header `x-proof` as hex of 64 digits',
  ],
])('finds %s', (_name, scheme, text) => {
  const found = findScheme(delivered(scheme), [secret]);
  expect(found && describeScheme(found)).toBe(text);
});

it('finds nothing with another secret', () => {
  const scheme = { kind: 'hmac', algorithm: 'sha256', encoding: 'hex', content: '{body}' } as const;
  expect(findScheme(delivered({ ...scheme, signature: { header: 'x-proof' } }), ['other'])).toBeNull();
});
