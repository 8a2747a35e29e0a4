import { type HmacScheme, sign } from '../../src/index.ts';
import { signedDelivery, signingScheme } from '../../src/testing/index.ts';
import { basic, discovery, schemes, signer } from './schemes.ts';

const body = Buffer.from('{}');
const time = 1_768_469_400_999;

describe('signing', () => {
  it('puts the timestamp and the signature into one header as pairs', () => {
    expect(sign(body, schemes.stamped, 'secret', { time })['x-signature']).toMatch(
      /^t=1768469400,v1=[0-9a-f]{64}$/,
    );
  });

  it('puts the timestamp into a header of its own', () => {
    const headers = sign(body, schemes.trailing, 'secret', { time });
    expect(headers['x-timestamp']).toBe('2026-01-15T09:30:00.999Z');
    expect(headers['x-signature']).toMatch(/^[0-9a-f]{64}$/);
  });

  it('sends an id only where there is one', () => {
    expect(Object.keys(sign(body, schemes.identified, 'secret', { time }))).not.toContain('x-id');
    expect(sign(body, schemes.identified, 'secret', { time, id: 'msg_1' })['x-id']).toBe('msg_1');
    expect(Object.keys(sign(body, schemes.plain, 'secret', { time, id: 'msg_1' }))).toEqual(['x-signature']);
  });

  it('signs an empty text in the place of a timestamp or an id that is not sent', () => {
    const plain = sign(Buffer.from('..{}'), schemes.plain, 'secret', { time });
    const scheme: HmacScheme = { ...schemes.plain, content: '{timestamp}.{id}.{body}' };
    expect(sign(body, scheme, 'secret', { time })).toEqual(plain);
  });

  it('does not take signs of a replacement in an id for more than text', () => {
    const scheme: HmacScheme = { ...schemes.plain, content: '{id}.{body}', idHeader: 'x-id' };
    const plain = sign(Buffer.from('$&.{}'), schemes.plain, 'secret', { time });
    const signed = sign(body, scheme, 'secret', { time, id: '$&' });
    expect(signed['x-signature']).toBe(plain['x-signature']);
  });

  it('joins a timestamp and a signature even where no separator is set', () => {
    const scheme: HmacScheme = { ...schemes.stamped, signature: { header: 'x-signature' } };
    expect(sign(body, scheme, 'secret', { time })['x-signature']).toMatch(/^t=1768469400[0-9a-f]{64}$/);
  });
});

describe('the builder of deliveries', () => {
  it('sends text and bytes as they are, and objects as JSON', () => {
    for (const given of ['{"a": 1}', Buffer.from('{"a": 1}')]) {
      expect(Buffer.from(signedDelivery({ platform: discovery, body: given }).body).toString()).toBe(
        '{"a": 1}',
      );
    }
    expect(Buffer.from(signedDelivery({ platform: discovery, body: { a: 1 } }).body).toString()).toBe(
      '{"a":1}',
    );
  });

  it('signs under a made-up header where none is documented, or under another', () => {
    expect(Object.keys(signedDelivery({ platform: discovery, body: {} }).headers)).toContain(
      'x-made-up-signature',
    );
    const changed = { header: 'x-mine', encoding: 'base64', algorithm: 'sha512', prefix: 'v1=' } as const;
    const { headers } = signedDelivery({ platform: signer(schemes.plain), body: {}, ...changed });
    expect(headers['x-mine']).toMatch(/^v1=[\w+/]{86}==$/);
  });

  it('lets Basic authentication be', () => {
    expect(signingScheme({ platform: basic })).toEqual({ kind: 'basic' });
    const { headers } = signedDelivery({ platform: basic, body: {} });
    expect(headers['authorization']).toBe('Basic Y2FyZWhvb2tzOndoc2VjX3Rlc3RfMTIz');
  });
});
