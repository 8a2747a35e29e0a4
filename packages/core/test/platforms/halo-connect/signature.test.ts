import { haloConnect, verify } from '../../../src/index.ts';
import { fixtureTime, signedDelivery } from '../../../src/testing/index.ts';

const timestamp = '2026-03-05T14:30:02.1234567+00:00';
const body =
  '{"id":"a1b2c3d4-e5f6-7890-abcd-ef1234567890","occurredAt":"2026-03-05T14:30:00.0000000+00:00","siteId":"12345678-abcd-ef01-2345-6789abcdef01","queryId":"abcdef01-2345-6789-abcd-ef0123456789","webhookSource":"async"}';
const signature = 'e863d7c56ce6d361b7ab33268ae9f4d5cc12ea82dd1151c7a086e610ecbbc6f9';

function delivery(changed: Record<string, string> = {}, age = 0) {
  return {
    method: 'POST',
    headers: { 'x-halo-timestamp': timestamp, 'x-halo-signature-256': signature, ...changed },
    query: {},
    body: Buffer.from(body),
    receivedAt: Date.parse(timestamp) + age,
  };
}

describe('the signature of Halo Connect', () => {
  it('is of the body, then the timestamp with all its digits', () => {
    expect(verify(delivery(), haloConnect.signature, ['whsec_test_123'])).toMatchObject({ ok: true });
  });

  it.each([
    ['2026-03-05T14:30:02.123+00:00', 'signature-mismatch'],
    ['2026-03-05T14:30:02.1234568+00:00', 'signature-mismatch'],
    ['2026-03-05T14:30:02.1234567Z', 'signature-mismatch'],
    ['', 'timestamp-missing'],
  ])('does not match the timestamp "%s"', (changed, code) => {
    const verdict = verify(delivery({ 'x-halo-timestamp': changed }), haloConnect.signature, [
      'whsec_test_123',
    ]);
    expect(verdict).toEqual({ ok: false, code });
  });

  it.each([
    [299_000, undefined, true],
    [301_000, undefined, false],
    [301_000, 600, true],
    [86_400_000, 0, true],
  ])('after %d ms with a window of %s s is taken: %s', (age, tolerance, ok) => {
    const verdict = verify(delivery({}, age), haloConnect.signature, ['whsec_test_123'], { tolerance });
    expect(verdict.ok).toBe(ok);
  });

  it.each([
    ['utf8', 'whsec_test_123'],
    ['base64', Buffer.from('whsec_test_123').toString('base64')],
    ['hex', Buffer.from('whsec_test_123').toString('hex')],
  ])('is checked with a secret in %s where the user says so', (keyEncoding, secret) => {
    const key = haloConnect.signingKey({ keyEncoding });
    expect(verify(delivery(), haloConnect.signature, [secret], { key })).toMatchObject({ ok: true });
    const others = ['utf8', 'base64', 'hex'].filter((other) => other !== keyEncoding);
    const verdicts = others.map((other) =>
      verify(delivery(), haloConnect.signature, [secret], {
        key: haloConnect.signingKey({ keyEncoding: other }),
      }),
    );
    expect(verdicts.map(({ ok }) => ok)).toEqual([false, false]);
  });

  it.each([{}, { keyEncoding: '' }, { keyEncoding: 'rot13' }])(
    'takes the secret as text under %j',
    (connection) => {
      expect(haloConnect.signingKey(connection)).toEqual({ encoding: 'utf8' });
    },
  );

  it('is made with seven decimals, an offset and the id', () => {
    const { headers } = signedDelivery({ platform: haloConnect, body, time: fixtureTime, id: 'd_1' });
    expect(headers).toMatchObject({
      'x-halo-timestamp': '2026-01-15T09:30:00.0000000+00:00',
      'x-halo-id': 'd_1',
      'x-halo-signature-256': expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
});
