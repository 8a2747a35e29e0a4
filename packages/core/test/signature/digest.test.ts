import { createHmac } from 'node:crypto';
import {
  digest,
  equalBytes,
  equalsDigest,
  isEmptyKey,
  isSignature,
  keyOf,
  signedContent,
} from '../../src/signature/digest.ts';
import { schemes } from './schemes.ts';

describe('comparing bytes', () => {
  it.each([
    ['abc', 'abc', true],
    ['abc', 'abd', false],
    ['abc', 'ab', false],
    ['', 'a', false],
    ['', '', true],
  ])('finds "%s" and "%s" equal: %s, and never throws', (left, right, equal) => {
    expect(equalBytes(Buffer.from(left), Buffer.from(right))).toBe(equal);
    expect(equalsDigest(left, right)).toBe(equal);
  });

  it.each(['š', 'aš', 'šb', 'a\ud83d', '\u0161\u0161'])(
    'tells "%s" from digests of equal length, whatever was compared before',
    (text) => {
      const digest = 'ab'.slice(0, text.length);
      expect(equalsDigest(digest, digest)).toBe(true);
      expect(equalsDigest(text, digest)).toBe(false);
    },
  );
});

describe('comparing signatures', () => {
  const bytes = Buffer.from(Array.from({ length: 32 }, (_, index) => 255 - index));
  const [hex, base64] = [bytes.toString('hex'), bytes.toString('base64')];

  it('takes the very text, and hex in capitals', () => {
    expect(isSignature(hex, hex, 'hex')).toBe(true);
    expect(isSignature(hex.toUpperCase(), hex, 'hex')).toBe(true);
    expect(isSignature(base64, base64, 'base64')).toBe(true);
  });

  it.each([
    ['in mixed letter case', hex.replace('f', 'F'), hex, 'hex'],
    ['with another digit', hex.replace('f', 'e'), hex, 'hex'],
    ['with a digit more', `${hex}0`, hex, 'hex'],
    ['in capitals', base64.toUpperCase(), base64, 'base64'],
    [
      'with other bits left over, which decode to the same bytes',
      base64.replace(/.=$/, 'B='),
      base64,
      'base64',
    ],
  ] as const)('takes none %s', (_what, text, expected, encoding) => {
    expect(isSignature(text, expected, encoding)).toBe(false);
  });
});

describe('the key of a secret', () => {
  it('is its text where nothing else is said', () => {
    expect(keyOf('whsec_YWJj')).toEqual({ text: 'whsec_YWJj', encoding: 'utf8' });
  });

  it.each([
    ['whsec_YWJj', undefined, 'whsec_YWJj'],
    ['whsec_YWJj', { encoding: 'utf8', prefix: 'whsec_' }, 'whsec_YWJj'],
    ['whsec_YWJj', { encoding: 'base64', prefix: 'whsec_' }, Buffer.from('abc')],
    ['YWJj', { encoding: 'base64', prefix: 'whsec_' }, Buffer.from('abc')],
    ['616263', { encoding: 'hex' }, Buffer.from('abc')],
  ] as const)('is read from "%s" by %j', (secret, form, expected) => {
    const content = { before: '', body: Buffer.from('{}'), after: '' };
    const wanted = createHmac('sha256', expected).update('{}').digest('hex');
    expect(digest('sha256', keyOf(secret, form), content, 'hex')).toBe(wanted);
  });

  it.each([
    ['', undefined, true],
    ['a', undefined, false],
    ['whsec_', { encoding: 'utf8', prefix: 'whsec_' }, false],
    ['whsec_', { encoding: 'base64', prefix: 'whsec_' }, true],
    ['!?', { encoding: 'base64' }, true],
    ['xy', { encoding: 'hex' }, true],
    ['YQ==', { encoding: 'base64' }, false],
  ] as const)('of "%s" by %j has no bytes: %s', (secret, form, expected) => {
    expect(isEmptyKey(keyOf(secret, form))).toBe(expected);
  });
});

describe('the signed content', () => {
  it('stands around the body, which is not copied', () => {
    const body = Buffer.from('{}');
    const content = signedContent(schemes.identified, body, '17', 'msg');
    expect(content).toEqual({ before: 'msg.17.', body, after: '' });
    expect(content.body).toBe(body);
    expect(signedContent(schemes.trailing, body, '17', '')).toEqual({ before: '', body, after: '.17' });
  });

  it.each(['sha256', 'sha512'] as const)('is digested like the whole text by %s', (algorithm) => {
    const content = { before: 'ä.', body: Buffer.from('{"ö":1}'), after: '.ü' };
    const expected = createHmac(algorithm, 'key').update('ä.{"ö":1}.ü');
    expect(digest(algorithm, keyOf('key'), content, 'base64')).toBe(expected.digest('base64'));
  });
});
