import { encodedLength, readSignature } from '../../src/signature/encoding.ts';

const bytes = Buffer.from(Array.from({ length: 32 }, (_, index) => 255 - index));

describe('reading a signature', () => {
  it.each([
    ['hex', bytes.toString('hex')],
    ['base64', bytes.toString('base64')],
  ] as const)('takes %s of the right length as it is', (encoding, text) => {
    expect(readSignature(text, encoding, 32)).toBe(text);
    expect(encodedLength(32, encoding)).toBe(text.length);
  });

  it('takes hex in capitals for the same', () => {
    expect(readSignature(bytes.toString('hex').toUpperCase(), 'hex', 32)).toBe(bytes.toString('hex'));
  });

  it.each([
    ['a digit too many', `${bytes.toString('hex')}0`, 'hex'],
    ['mixed letter case', `${'aA'.repeat(32)}`, 'hex'],
    ['other letters', 'xy'.repeat(32), 'hex'],
    ['another length', bytes.subarray(1).toString('hex'), 'hex'],
    ['no padding', bytes.toString('base64').replace('=', ''), 'base64'],
    ['the alphabet of URLs', bytes.toString('base64url').padEnd(44, '='), 'base64'],
    ['space inside', ` ${bytes.toString('base64').slice(1)}`, 'base64'],
    ['another length', bytes.subarray(3).toString('base64'), 'base64'],
  ] as const)('does not take %s', (_what, text, encoding) => {
    expect(readSignature(text, encoding, 32)).toBeNull();
  });

  it('never makes two spellings one, so that bits left over in base64 still differ', () => {
    const text = bytes.toString('base64');
    const other = text.replace(/.=$/, 'B=');
    expect(Buffer.from(other, 'base64')).toEqual(bytes);
    expect(readSignature(other, 'base64', 32)).not.toBe(text);
  });
});
