import { ally, type Algorithm, type HmacScheme, sign, verify } from '../../src/index.ts';
import { signedDelivery } from '../../src/testing/index.ts';
import { type OwnVectors, readVectors } from './read-vectors.ts';

const header = 'x-signature';
const receivedAt = Date.parse('2026-01-15T09:30:00.000Z');

function deliver(body: Uint8Array | string, headers: Record<string, string>, at = receivedAt) {
  return {
    ...signedDelivery({ platform: ally, body, unsigned: true, headers }),
    receivedAt: at,
  };
}

interface Rfc4231 {
  readonly case: number;
  readonly key: string;
  readonly data: string;
  readonly sha256: string;
  readonly sha512: string;
  readonly truncated?: boolean;
}

const rfc4231 = readVectors<Rfc4231[]>('rfc4231.json').flatMap((vector) =>
  (['sha256', 'sha512'] as const).map((algorithm) => [vector.case, algorithm, vector] as const),
);

function rfcScheme(algorithm: Algorithm): HmacScheme {
  return {
    kind: 'hmac',
    algorithm,
    encoding: 'hex',
    content: '{body}',
    signature: { header },
    key: { encoding: 'hex' },
  };
}

describe('RFC 4231', () => {
  it.each(rfc4231)('agrees with case %i for %s', (_case, algorithm, { key, data, truncated, ...vector }) => {
    const scheme = rfcScheme(algorithm);
    const body = Buffer.from(data, 'hex');
    const signed = sign(body, scheme, key, { time: 0 })[header] ?? '';
    expect(truncated === true ? signed.slice(0, vector[algorithm].length) : signed).toBe(vector[algorithm]);
    expect(verify(deliver(body, { [header]: signed }), scheme, [key])).toMatchObject({ ok: true });
  });

  it.each(['sha256', 'sha512'] as const)(
    'does not take the truncated signature of case 5 for %s',
    (algorithm) => {
      const vector = rfc4231.find(([number, name]) => number === 5 && name === algorithm)?.[2];
      const body = Buffer.from(vector?.data ?? '', 'hex');
      const verdict = verify(deliver(body, { [header]: vector?.[algorithm] ?? '' }), rfcScheme(algorithm), [
        vector?.key ?? '',
      ]);
      expect(verdict).toEqual({ ok: false, code: 'signature-mismatch' });
    },
  );
});

interface GitHub {
  readonly name: string;
  readonly secret: string;
  readonly body: string;
  readonly signature: string;
}

describe('GitHub', () => {
  const scheme: HmacScheme = {
    kind: 'hmac',
    algorithm: 'sha256',
    encoding: 'hex',
    content: '{body}',
    signature: { header: 'x-hub-signature-256', prefix: 'sha256=' },
  };

  it.each(readVectors<GitHub[]>('github.json').map((vector) => [vector.name, vector] as const))(
    'agrees with %s',
    (_name, { secret, body, signature }) => {
      const headers = { 'x-hub-signature-256': signature };
      expect(sign(Buffer.from(body), scheme, secret, { time: 0 })).toEqual(headers);
      expect(verify(deliver(body, headers), scheme, [secret])).toMatchObject({ ok: true });
      expect(verify(deliver(body, headers), ally.signature, [secret])).toMatchObject({
        ok: true,
        verification: { method: 'hmac-sha256', header: 'x-hub-signature-256' },
      });
    },
  );
});

describe('Standard Webhooks', () => {
  const vector =
    readVectors<Record<'secret' | 'id' | 'timestamp' | 'body' | 'signature', string>>(
      'standard-webhooks.json',
    );
  const scheme: HmacScheme = {
    kind: 'hmac',
    algorithm: 'sha256',
    encoding: 'base64',
    content: '{id}.{timestamp}.{body}',
    signature: { header: 'webhook-signature', pairs: { separator: ' ', assign: ',', name: 'v1' } },
    timestamp: { at: { header: 'webhook-timestamp' }, format: 'unix-seconds', tolerance: 300 },
    idHeader: 'webhook-id',
    key: { encoding: 'base64', prefix: 'whsec_' },
  };
  const headers = {
    'webhook-id': vector.id,
    'webhook-timestamp': vector.timestamp,
    'webhook-signature': vector.signature,
  };
  const time = Number(vector.timestamp) * 1_000;
  const other = 'v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=';

  it('agrees when signing and when verifying', () => {
    expect(sign(Buffer.from(vector.body), scheme, vector.secret, { time, id: vector.id })).toEqual(headers);
    expect(verify(deliver(vector.body, headers, time), scheme, [vector.secret])).toMatchObject({ ok: true });
  });

  it('takes the secret with and without its prefix', () => {
    const bare = vector.secret.replace('whsec_', '');
    expect(verify(deliver(vector.body, headers, time), scheme, [bare])).toMatchObject({ ok: true });
  });

  it('finds the right one of several signatures, wherever it stands', () => {
    const several = [other, other.replace('v1', 'v2'), vector.signature, other].join(' ');
    const rotated = { ...headers, 'webhook-signature': several };
    expect(verify(deliver(vector.body, rotated, time), scheme, [vector.secret])).toMatchObject({ ok: true });
  });

  it.each([
    ['another id', { 'webhook-id': 'msg_other' }],
    ['another time', { 'webhook-timestamp': '1614265331' }],
    ['another version of signatures', { 'webhook-signature': vector.signature.replace('v1', 'v2') }],
    ['a part of the signature', { 'webhook-signature': vector.signature.slice(0, 8) }],
    ['an empty signature', { 'webhook-signature': 'v1,' }],
  ])('rejects %s', (_what, changed) => {
    const delivery = deliver(vector.body, { ...headers, ...changed }, time);
    expect(verify(delivery, scheme, [vector.secret])).toEqual({ ok: false, code: 'signature-mismatch' });
  });

  it('rejects a delivery without its id', () => {
    const { 'webhook-timestamp': timestamp, 'webhook-signature': signature } = headers;
    const rest = { 'webhook-timestamp': timestamp, 'webhook-signature': signature };
    const delivery = deliver(vector.body, rest, time);
    expect(verify(delivery, scheme, [vector.secret])).toEqual({ ok: false, code: 'signature-mismatch' });
  });
});

describe('our own vectors', () => {
  const own = readVectors<OwnVectors>('own.json');

  it('agree with the timestamp before the body and in the header of the signature', () => {
    const { timestamp, body, hex } = own.timestampBeforeBody;
    const scheme: HmacScheme = {
      kind: 'hmac',
      algorithm: 'sha256',
      encoding: 'hex',
      content: '{timestamp}.{body}',
      signature: { header, pairs: { separator: ',', assign: '=', name: 'v1' } },
      timestamp: { at: { pair: 't' }, format: 'unix-seconds', tolerance: 180 },
    };
    const headers = { [header]: `t=${timestamp},v1=${hex}` };
    const time = Number(timestamp) * 1_000;
    expect(sign(Buffer.from(body), scheme, own.secret, { time })).toEqual(headers);
    expect(verify(deliver(body, headers, time), scheme, [own.secret])).toMatchObject({ ok: true });
  });

  it('agree with the timestamp after the body, taken with all seven digits as sent', () => {
    const { timestamp, body, hex } = own.timestampAfterBody;
    const scheme: HmacScheme = {
      kind: 'hmac',
      algorithm: 'sha256',
      encoding: 'hex',
      content: '{body}.{timestamp}',
      signature: { header },
      timestamp: { at: { header: 'x-timestamp' }, format: 'iso-8601', tolerance: 300 },
    };
    const headers = { [header]: hex, 'x-timestamp': timestamp };
    const delivery = deliver(body, headers, Date.parse(timestamp));
    expect(verify(delivery, scheme, [own.secret])).toMatchObject({ ok: true });
    const shortened = { ...headers, 'x-timestamp': new Date(timestamp).toISOString() };
    expect(verify(deliver(body, shortened, Date.parse(timestamp)), scheme, [own.secret])).toEqual({
      ok: false,
      code: 'signature-mismatch',
    });
  });

  it.each(['hex', 'base64'] as const)('agree with the body alone in %s', (encoding) => {
    const { body } = own.bodyAlone;
    const delivery = deliver(body, { [header]: own.bodyAlone[encoding] });
    expect(verify(delivery, ally.signature, [own.secret])).toEqual({
      ok: true,
      verification: { method: 'hmac-sha256', header, secret: 0 },
    });
  });
});
