import type { DeliveryOptions } from '../../src/testing/index.ts';
import { basic, deliveryOf, explained, problems, readable, signedBy } from './explained.ts';

const secrets = [
  { label: 'current', value: 'user:pass+wörd' },
  { label: 'previous', value: 'tokentoken' },
];

function encode(text: string, encoding: BufferEncoding = 'utf8'): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(text, encoding).toString('base64')}` };
}

function explainedWith(changed: Partial<DeliveryOptions>) {
  return explained(basic, deliveryOf(basic, { unsigned: true, ...changed }), { secrets });
}

describe('wrong credentials', () => {
  it.each([
    [
      'another user name',
      encode('other:pass+wörd'),
      'The password is that of the secret "current", the user name is not.',
    ],
    [
      'another password',
      encode('user:other'),
      'The user name is that of the secret "current", the password is not.',
    ],
    [
      'an older encoding',
      encode('user:pass+wörd', 'latin1'),
      'User name and password fit when they are read as Latin-1, and not as UTF-8.',
    ],
    ['neither', encode('other:other'), 'No secret fits: "current" and "previous".'],
    ['no colon', encode('user'), 'No secret fits: "current" and "previous".'],
  ])('are told apart: %s', (_what, headers, text) => {
    const explanation = explainedWith({ headers });
    expect(explanation.code).toBe('credentials-mismatch');
    expect(problems(explanation).at(-1)).toBe(text);
  });

  it.each([
    ['user', 'The header authorization holds no colon after a user name.'],
    ['user:', 'The header authorization holds a user name with an empty password.'],
  ])('may be incomplete', (text, told) => {
    expect(problems(explainedWith({ headers: encode(text) }))[0]).toBe(told);
  });

  it('may have white space around the secret that was entered', () => {
    const options = { secrets: [{ label: 'current', value: 'user:pass\n' }] };
    const explanation = explained(basic, deliveryOf(basic, { secret: 'user:pass' }), options);
    expect(explanation.hint).toBe('Enter the secret without the white space around it.');
  });
});

describe('missing credentials', () => {
  const elsewhere = ' Nor does the URL have the parameter token.';

  it.each([
    [{}, 'is missing.'],
    [{ 'proxy-authorization': 'Basic eDp5' }, 'is missing. Similar: proxy-authorization.'],
    [{ authorization: 'Bearer abc' }, 'holds something other than Basic authentication.'],
    [{ authorization: 'Basic ***' }, 'holds "Basic" and asterisks, put there by what captured the request.'],
  ])('are told by what is there', (headers, text) => {
    const explanation = explainedWith({ headers });
    expect(explanation.code).toBe('credentials-missing');
    expect(problems(explanation)).toEqual([`The header authorization ${text}${elsewhere}`]);
  });

  it('are not looked for in the URL where the scheme does not say so', () => {
    const platform = signedBy({ kind: 'basic' });
    const delivery = deliveryOf(platform, { unsigned: true, query: { token: 'tokentoken' } });
    const explanation = explained(platform, delivery, { secrets });
    expect(problems(explanation)).toEqual(['The header authorization is missing.']);
  });

  it('may have another name for the header', () => {
    const { authorization = '' } = encode('user:pass+wörd');
    const explanation = explainedWith({ headers: { 'http-authorization': authorization } });
    expect(problems(explanation).at(-1)).toMatch('The proof fits without the "http-"');
  });
});

describe('a token in the URL', () => {
  it('fits as it is, whichever secret it is', () => {
    const explanation = explainedWith({ query: { token: 'tokentoken' } });
    expect(explanation.verified).toBe(true);
    expect(readable(explanation)).toContain(
      '✓ secret: The secret "previous" fits. The secret "current" does not fit.',
    );
  });

  it.each([
    [{ token: 'pass wörd' }, 'The token fits with "+" in place of spaces: in a URL, "+" stands for a space.'],
    [{ key: 'tokentoken' }, 'Another parameter of the URL carries the token.'],
    [{ token: 'wrong', key: 'tokentoken' }, 'Another parameter of the URL carries the token.'],
    [{ token: 'wrong' }, 'No secret fits: "current" and "previous".'],
  ])('may have gone wrong on its way: %j', (query, text) => {
    expect(problems(explainedWith({ query })).at(-1)).toBe(text);
  });
});
