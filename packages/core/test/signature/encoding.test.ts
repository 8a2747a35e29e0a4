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

  it('in base64 has as much padding as its length wants', () => {
    expect(looksSigned(Buffer.alloc(64).toString('base64'), 'base64', 64)).toBe(true);
    expect(looksSigned(Buffer.alloc(33).toString('base64'), 'base64', 33)).toBe(true);
  });

  it.each([
    ['a digit too many', `${bytes.toString('hex')}0`, 'hex'],
    ['mixed letter case', `${'aA'.repeat(32)}`, 'hex'],
    ['other letters', 'xy'.repeat(32), 'hex'],
    ['another first letter', `x${'a'.repeat(63)}`, 'hex'],
    ['another last letter', `${'a'.repeat(63)}x`, 'hex'],
    ['another first capital', `X${'A'.repeat(63)}`, 'hex'],
    ['another last capital', `${'A'.repeat(63)}X`, 'hex'],
    ['a sign after it', `${'A'.repeat(43)}!`, 'base64'],
    ['padding alone', '='.repeat(44), 'base64'],
    ['too much padding', `${'A'.repeat(41)}===`, 'base64'],
    ['padding inside', `${'A'.repeat(20)}=${'A'.repeat(23)}`, 'base64'],
    ['another length', bytes.subarray(1).toString('hex'), 'hex'],
    ['no padding', bytes.toString('base64').replace('=', ''), 'base64'],
    ['the alphabet of URLs', bytes.toString('base64url').padEnd(44, '='), 'base64'],
    ['space inside', ` ${bytes.toString('base64').slice(1)}`, 'base64'],
    ['another length', bytes.subarray(3).toString('base64'), 'base64'],
  ] as const)('is not one with %s', (_what, text, encoding) => {
    expect(looksSigned(text, encoding, 32)).toBe(false);
  });
});
