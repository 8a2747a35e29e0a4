import { verify } from '../../src/index.ts';
import { type DeliveryOptions, signedDelivery } from '../../src/testing/index.ts';
import { discovery } from './schemes.ts';

const secret = 'whsec_test_123';
const body = '{"data":{"id":"apt_1"}}';

function verdictOf(changed: Partial<DeliveryOptions>, options: Parameters<typeof verify>[3] = {}) {
  const delivery = signedDelivery({ platform: discovery, body, secret, ...changed });
  return verify(delivery, discovery.signature, [secret], options);
}

const shapes = (['sha256', 'sha512'] as const).flatMap((algorithm) =>
  (['hex', 'base64'] as const).flatMap((encoding) =>
    ['', `${algorithm}=`, 'v1='].map((prefix) => [algorithm, encoding, prefix] as const),
  ),
);

describe('discovering a signature', () => {
  it.each(shapes)('finds %s in %s after "%s"', (algorithm, encoding, prefix) => {
    expect(verdictOf({ algorithm, encoding, prefix, header: 'x-whatever' })).toEqual({
      ok: true,
      verification: { method: `hmac-${algorithm}`, header: 'x-whatever', secret: 0 },
    });
  });

  it('finds it among other parts of a header', () => {
    const { headers } = signedDelivery({ platform: discovery, body, secret });
    const signature = headers['x-made-up-signature'] ?? '';
    const decoy = 'a'.repeat(64);
    for (const value of [`t=1,v1=${signature}`, `${decoy}; ${signature}`, `${decoy} v2=${signature}`]) {
      const verdict = verdictOf({ unsigned: true, headers: { 'x-other': decoy, 'x-mixed': value } });
      expect(verdict).toMatchObject({ ok: true, verification: { header: 'x-mixed' } });
    }
  });

  it('tells which of several secrets matched', () => {
    const delivery = signedDelivery({ platform: discovery, body, secret });
    const verdict = verify(delivery, discovery.signature, ['other', secret]);
    expect(verdict).toMatchObject({ ok: true, verification: { secret: 1 } });
  });

  it('looks only at the header that the user pinned', () => {
    const header = 'x-heim-signature';
    expect(verdictOf({ header }, { header })).toMatchObject({ ok: true, verification: { header } });
    expect(verdictOf({}, { header })).toEqual({ ok: false, code: 'signature-missing' });
    const elsewhere = { headers: { [header]: 'nothing like it' } };
    expect(verdictOf(elsewhere, { header })).toEqual({ ok: false, code: 'signature-mismatch' });
  });

  it('tells a wrong signature from none', () => {
    expect(verdictOf({ forged: true })).toEqual({ ok: false, code: 'signature-mismatch' });
    expect(verdictOf({ unsigned: true })).toEqual({ ok: false, code: 'signature-missing' });
  });

  it.each([
    ['text of the length of a signature', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML)'],
    ['a signature of another algorithm', 'sha1=2fd4e1c67a2d28fced849ee1bb76e7391b93eb12'],
  ])('takes %s for none', (_what, value) => {
    expect(verdictOf({ unsigned: true, headers: { 'user-agent': value } })).toEqual({
      ok: false,
      code: 'signature-missing',
    });
  });

  it('takes no signature with a name inside it', () => {
    const { headers } = signedDelivery({ platform: discovery, body, secret });
    const signature = headers['x-made-up-signature'] ?? '';
    const value = `${signature.slice(0, 2)}${'x'.repeat(32)}=${signature.slice(2)}`;
    expect(verdictOf({ unsigned: true, headers: { 'x-signature': value } }).ok).toBe(false);
  });

  it('takes no part of a signature', () => {
    const { headers } = signedDelivery({ platform: discovery, body, secret });
    const signature = headers['x-made-up-signature'] ?? '';
    for (const part of [signature.slice(0, 62), signature.slice(1), `${signature}0`, `${signature}00`]) {
      expect(verdictOf({ headers: { 'x-made-up-signature': part } }).ok).toBe(false);
    }
  });

  it('does not look at values that are longer than any signature', () => {
    const { headers } = signedDelivery({ platform: discovery, body, secret });
    const longest = ` ${headers['x-made-up-signature'] ?? ''}`.padStart(1_024, 'x');
    expect(verdictOf({ headers: { 'x-made-up-signature': longest } })).toMatchObject({ ok: true });
    expect(verdictOf({ headers: { 'x-made-up-signature': `x${longest}` } })).toEqual({
      ok: false,
      code: 'signature-missing',
    });
  });
});
