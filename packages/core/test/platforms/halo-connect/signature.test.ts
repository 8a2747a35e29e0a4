import { haloConnect, verify } from '../../../src/index.ts';
import { fixtureTime, signedDelivery } from '../../../src/testing/index.ts';
import { type OwnVectors, readVectors } from '../../signature/read-vectors.ts';

/** Not vectors of Halo Connect, which publishes none: computed from its description of the scheme. */
const { secret, timestampAfterBody } = readVectors<OwnVectors>('own.json');
const { timestamp, body, hex: signature } = timestampAfterBody;

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
    expect(verify(delivery(), haloConnect.signature, [secret])).toMatchObject({ ok: true });
  });

  it.each([
    ['2026-03-05T14:30:02.123+00:00', 'signature-mismatch'],
    ['2026-03-05T14:30:02.1234568+00:00', 'signature-mismatch'],
    ['2026-03-05T14:30:02.1234567Z', 'signature-mismatch'],
    ['', 'timestamp-missing'],
  ])('does not match the timestamp "%s"', (changed, code) => {
    const verdict = verify(delivery({ 'x-halo-timestamp': changed }), haloConnect.signature, [secret]);
    expect(verdict).toEqual({ ok: false, code });
  });

  it.each([
    [299_000, undefined, true],
    [301_000, undefined, false],
    [301_000, 600, true],
    [86_400_000, 0, true],
  ])('after %d ms with a window of %s s is taken: %s', (age, tolerance, ok) => {
    const verdict = verify(delivery({}, age), haloConnect.signature, [secret], { tolerance });
    expect(verdict.ok).toBe(ok);
  });

  it.each([
    ['utf8', secret],
    ['base64', Buffer.from(secret).toString('base64')],
    ['hex', Buffer.from(secret).toString('hex')],
  ])('is checked with a secret in %s where the user says so', (keyEncoding, entered) => {
    const key = haloConnect.signingKey({ keyEncoding });
    expect(verify(delivery(), haloConnect.signature, [entered], { key })).toMatchObject({ ok: true });
    const others = ['utf8', 'base64', 'hex'].filter((other) => other !== keyEncoding);
    const verdicts = others.map((other) =>
      verify(delivery(), haloConnect.signature, [entered], {
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
