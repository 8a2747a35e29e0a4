import { createHmac } from 'node:crypto';
import { type HmacScheme, verify } from '../../src/index.ts';
import { type DeliveryOptions, fixtureTime, signedDelivery } from '../../src/testing/index.ts';
import { schemes, signer } from './schemes.ts';

const secret = 'whsec_test_123';
const body = '{"data":{"id":"apt_1","note":"Zoë ☕"}}';

function verdictOf(
  scheme: HmacScheme,
  changed: Partial<DeliveryOptions> = {},
  options: Parameters<typeof verify>[3] = {},
) {
  const delivery = signedDelivery({ platform: signer(scheme), body, secret, id: 'msg_1', ...changed });
  return verify(delivery, scheme, [secret], options);
}

function codeOf(...args: Parameters<typeof verdictOf>) {
  const verdict = verdictOf(...args);
  return verdict.ok ? 'ok' : verdict.code;
}

/** A delivery whose signature is right although its timestamp is not of the scheme's format. */
function stampedAs(timestamp: string): Partial<DeliveryOptions> {
  const v1 = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return { unsigned: true, headers: { 'x-signature': `t=${timestamp},v1=${v1}` } };
}

describe('verifying an HMAC', () => {
  it.each(Object.entries(schemes))('accepts what is signed in the scheme "%s"', (_name, scheme) => {
    expect(verdictOf(scheme)).toEqual({
      ok: true,
      verification: { method: `hmac-${scheme.algorithm}`, header: 'x-signature', secret: 0 },
    });
  });

  it.each(Object.entries(schemes))('rejects a forgery in the scheme "%s"', (_name, scheme) => {
    expect(codeOf(scheme, { forged: true })).toBe('signature-mismatch');
    expect(codeOf(scheme, { unsigned: true })).toBe('signature-missing');
    expect(codeOf(scheme, { headers: { 'x-signature': '' } })).toBe('signature-missing');
  });

  it('tells which of several secrets matched', () => {
    const delivery = signedDelivery({ platform: signer(schemes.plain), body, secret });
    const verdict = verify(delivery, schemes.plain, ['', 'new secret', secret]);
    expect(verdict).toMatchObject({ ok: true, verification: { secret: 2 } });
    const forged = verify(delivery, schemes.plain, ['', 'new secret']);
    expect(forged).toEqual({ ok: false, code: 'signature-mismatch' });
  });

  it('looks only at the header that the user pinned', () => {
    const delivery = { header: 'x-other-signature' };
    expect(codeOf(schemes.plain, delivery, { header: 'x-other-signature' })).toBe('ok');
    expect(codeOf(schemes.plain, {}, { header: 'x-other-signature' })).toBe('signature-missing');
    expect(codeOf(schemes.plain, delivery)).toBe('signature-missing');
  });

  it('rejects a key that is read in another way than it was signed with', () => {
    expect(codeOf(schemes.plain, {}, { key: { encoding: 'base64' } })).toBe('signature-mismatch');
    expect(codeOf(schemes.plain, {}, { key: { encoding: 'utf8' } })).toBe('ok');
  });

  it('misses a timestamp in the header and in the pairs', () => {
    const signature = 'a'.repeat(64);
    expect(codeOf(schemes.stamped, { headers: { 'x-signature': `v1=${signature}` } })).toBe(
      'timestamp-missing',
    );
    const unstamped = { unsigned: true, headers: { 'x-signature': signature } };
    expect(codeOf(schemes.trailing, unstamped)).toBe('timestamp-missing');
    const unpaired: HmacScheme = { ...schemes.stamped, signature: { header: 'x-signature' } };
    expect(codeOf(unpaired, unstamped)).toBe('timestamp-missing');
  });

  it('takes the first of several timestamps', () => {
    const { headers } = signedDelivery({ platform: signer(schemes.stamped), body, secret });
    const value = headers['x-signature'] ?? '';
    expect(codeOf(schemes.stamped, { headers: { 'x-signature': `${value},t=1` } })).toBe('ok');
    expect(codeOf(schemes.stamped, { headers: { 'x-signature': `t=1,${value}` } })).toBe(
      'signature-mismatch',
    );
  });

  it.each([
    ['a scheme that sends neither', { ...schemes.plain, content: '{timestamp}.{id}.{body}' }],
    ['a header that is not there', { ...schemes.plain, content: '.{id}.{body}', idHeader: 'x-id' }],
  ])('takes an empty text for the timestamp or the id of %s', (_what, scheme) => {
    const signature = createHmac('sha256', secret).update(`..${body}`).digest('hex');
    const headers = { 'x-signature': signature, undefined: 'msg_1' };
    expect(codeOf(scheme, { unsigned: true, headers })).toBe('ok');
  });

  it('takes an empty timestamp for none, even one that was signed', () => {
    expect(codeOf(schemes.stamped, stampedAs(''))).toBe('timestamp-missing');
  });

  it('says that a forged timestamp is a mismatch before it says that it is stale', () => {
    const delivery = signedDelivery({ platform: signer(schemes.trailing), body, secret });
    const headers = { ...delivery.headers, 'x-timestamp': '1999-01-01T00:00:00Z' };
    expect(verify({ ...delivery, headers }, schemes.trailing, [secret])).toEqual({
      ok: false,
      code: 'signature-mismatch',
    });
  });
});

describe('bugs of others', () => {
  it('does not throw when the signature is shorter or longer than a digest', () => {
    for (const value of ['ab', 'a'.repeat(63), 'a'.repeat(65), 'a'.repeat(128), 'é'.repeat(64)]) {
      expect(codeOf(schemes.plain, { headers: { 'x-signature': value } })).toBe('signature-mismatch');
    }
  });

  it('does not read hex leniently', () => {
    const delivery = signedDelivery({ platform: signer(schemes.plain), body, secret });
    const right = delivery.headers['x-signature'] ?? '';
    const flipped = right.replace(/[a-f]/, (letter) => letter.toUpperCase());
    for (const value of [`${right}zz`, `${right.slice(0, 62)}zz`, `0x${right}`, flipped]) {
      const verdict = verify({ ...delivery, headers: { 'x-signature': value } }, schemes.plain, [secret]);
      expect(verdict).toEqual({ ok: false, code: 'signature-mismatch' });
    }
    const upper = { ...delivery, headers: { 'x-signature': right.toUpperCase() } };
    expect(verify(upper, schemes.plain, [secret])).toMatchObject({ ok: true });
  });

  it.each(['1712abc', '1e9', '0x65', '-5', ' ', '1730189588.5', '2026-01-15T09:30:00Z'])(
    'does not read the signed timestamp "%s" as a number',
    (timestamp) => {
      const code = codeOf(schemes.stamped, stampedAs(timestamp));
      expect(code).toBe(timestamp === ' ' ? 'timestamp-missing' : 'timestamp-malformed');
    },
  );

  it('does not skip verification when the secret is empty', () => {
    const delivery = signedDelivery({ platform: signer(schemes.plain), body, secret: '' });
    expect(verify(delivery, schemes.plain, [''])).toEqual({ ok: false, code: 'secret-missing' });
    expect(verify(delivery, schemes.plain, [])).toEqual({ ok: false, code: 'secret-missing' });
  });

  it.each([
    ['whsec_', { encoding: 'base64', prefix: 'whsec_' }],
    ['?!', { encoding: 'base64' }],
    ['zz', { encoding: 'hex' }],
  ] as const)('does not take the secret "%s" that leaves no key', (hollow, key) => {
    const scheme: HmacScheme = { ...schemes.plain, key };
    const delivery = signedDelivery({ platform: signer(scheme), body, secret: hollow });
    expect(verify(delivery, scheme, [hollow])).toEqual({ ok: false, code: 'secret-missing' });
    expect(verify(delivery, schemes.plain, [hollow], { key })).toEqual({ ok: false, code: 'secret-missing' });
  });

  it('does not accept the past only: the window has two ends, borders included', () => {
    const codes = [-180_001, -180_000, 180_000, 180_001].map((milliseconds) =>
      codeOf(schemes.stamped, { receivedAt: fixtureTime + milliseconds }),
    );
    expect(codes).toEqual(['timestamp-future', 'ok', 'ok', 'timestamp-stale']);
  });

  it('lets the user widen the window or switch it off', () => {
    const late = { receivedAt: fixtureTime + 3_600_000 };
    expect(codeOf(schemes.stamped, late, { tolerance: 3_600 })).toBe('ok');
    expect(codeOf(schemes.stamped, late, { tolerance: 3_599 })).toBe('timestamp-stale');
    expect(codeOf(schemes.stamped, late, { tolerance: 0 })).toBe('ok');
  });

  it('does not look at the last of several v1 only', () => {
    const delivery = signedDelivery({ platform: signer(schemes.stamped), body, secret });
    const [time = '', right = ''] = (delivery.headers['x-signature'] ?? '').split(',');
    const wrong = `v1=${'a'.repeat(64)}`;
    for (const pairs of [
      [right, wrong],
      [wrong, right],
      [wrong, right, wrong, 'v0=x'],
    ]) {
      const headers = { 'x-signature': [time, ...pairs].join(', ') };
      expect(verify({ ...delivery, headers }, schemes.stamped, [secret])).toMatchObject({ ok: true });
    }
  });

  it('asks for a valid signature where a secret is set, whatever else is allowed', () => {
    const options = { acceptUnsigned: true };
    expect(codeOf(schemes.plain, { unsigned: true }, options)).toBe('signature-missing');
    const unsigned = signedDelivery({ platform: signer(schemes.plain), body, unsigned: true });
    expect(verify(unsigned, schemes.plain, [], options)).toEqual({
      ok: true,
      verification: { method: 'none', header: null, secret: null },
    });
  });
});
