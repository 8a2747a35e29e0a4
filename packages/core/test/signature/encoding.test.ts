import { encodedLength, looksSigned } from '../../src/signature/encoding.ts';

const bytes = Buffer.from(Array.from({ length: 32 }, (_, index) => 255 - index));

describe('the form of a signature', () => {
  it.each([
    ['hex', bytes.toString('hex')],
    ['base64', bytes.toString('base64')],
    ['hex', bytes.toString('hex').toUpperCase()],
  ] as const)('is %s of the right length', (encoding, text) => {
    expect(looksSigned(text, encoding, 32)).toBe(true);
    expect(encodedLength(32, encoding)).toBe(text.length);
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
  ] as const)('is not one with %s', (_what, text, encoding) => {
    expect(looksSigned(text, encoding, 32)).toBe(false);
  });
});
