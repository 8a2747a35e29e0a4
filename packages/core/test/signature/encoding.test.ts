import { decodeSignature } from '../../src/signature/encoding.ts';

const bytes = Buffer.from(Array.from({ length: 32 }, (_, index) => 255 - index));

describe('decoding a signature', () => {
  it.each(['hex', 'base64'] as const)('reads %s of the right length', (encoding) => {
    expect(decodeSignature(bytes.toString(encoding), encoding, 32)).toEqual(bytes);
  });

  it.each([
    ['a digit too many', `${bytes.toString('hex')}0`, 'hex'],
    ['mixed letter case', `${'aA'.repeat(32)}`, 'hex'],
    ['other letters', 'xy'.repeat(32), 'hex'],
    ['another length', bytes.subarray(1).toString('hex'), 'hex'],
    ['no padding', bytes.toString('base64').replace('=', ''), 'base64'],
    ['the alphabet of URLs', bytes.toString('base64url').padEnd(44, '='), 'base64'],
    ['space inside', ` ${bytes.toString('base64').slice(1)}`, 'base64'],
    ['bits left over', bytes.toString('base64').replace(/.=$/, 'B='), 'base64'],
    ['another length', bytes.subarray(3).toString('base64'), 'base64'],
  ] as const)('does not take %s', (_what, text, encoding) => {
    expect(decodeSignature(text, encoding, 32)).toBeNull();
  });
});
