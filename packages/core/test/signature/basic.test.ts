import { verify } from '../../src/index.ts';
import { signedDelivery } from '../../src/testing/index.ts';
import { basic } from './schemes.ts';

function verdictOf(authorization: string, secrets: readonly string[]) {
  const headers = { authorization };
  const delivery = signedDelivery({ platform: basic, body: {}, unsigned: true, headers });
  return verify(delivery, basic.signature, secrets);
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64');
}

describe('Basic authentication', () => {
  it('accepts user name and password, and tells which secret matched', () => {
    const delivery = signedDelivery({ platform: basic, body: {}, secret: 'user:pass:wörd' });
    expect(verify(delivery, basic.signature, ['user:other', 'user:pass:wörd'])).toEqual({
      ok: true,
      verification: { method: 'basic', header: 'authorization', secret: 1 },
    });
  });

  it('does not mind how the scheme is written', () => {
    expect(verdictOf(`bASIC  ${encode('user:pass')} `, ['user:pass'])).toMatchObject({ ok: true });
  });

  it.each([['user:wrong'], ['user:pas'], ['user:passs'], ['User:pass'], ['user'], [':pass'], ['user:']])(
    'rejects "%s"',
    (given) => {
      expect(verdictOf(`Basic ${encode(given)}`, ['user:pass'])).toEqual({
        ok: false,
        code: 'credentials-mismatch',
      });
    },
  );

  it.each([
    [''],
    ['Basic'],
    ['Basic '],
    ['Bearer dXNlcjpwYXNz'],
    ['Basic dXNlcjpwYXNz, x'],
    ['dXNlcjpwYXNz'],
    ['Digest Basic dXNlcjpwYXNz'],
  ])('finds no credentials in "%s"', (authorization) => {
    expect(verdictOf(authorization, ['user:pass'])).toEqual({ ok: false, code: 'credentials-missing' });
  });

  it('finds none where the header is missing', () => {
    const delivery = signedDelivery({ platform: basic, body: {}, unsigned: true });
    expect(verify(delivery, basic.signature, ['user:pass'])).toEqual({
      ok: false,
      code: 'credentials-missing',
    });
  });

  it.each([[':'], ['user:'], ['user']])('takes the secret "%s" without a password for none', (secret) => {
    expect(verdictOf(`Basic ${encode(secret)}`, [secret])).toEqual({ ok: false, code: 'secret-missing' });
  });
});

describe('a token in the URL', () => {
  const signature = { ...basic.signature, tokenParameter: 'token' } as const;

  function verdictOfToken(query: Record<string, string>, secrets: readonly string[], authorization?: string) {
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
    const platform = { ...basic, signature };
    return verify(signedDelivery({ platform, body: {}, unsigned: true, headers, query }), signature, secrets);
  }

  it.each([
    ['the password', 'pass', ['user:pass'], 0],
    ['the whole secret', 'user:pass', ['user:pass'], 0],
    ['a secret without a user name', 'tokentoken', ['user:pass', 'tokentoken'], 1],
    ['a password with colons', 'a:b', ['user:a:b'], 0],
  ])('proves the same when it is %s', (_what, token, secrets, secret) => {
    expect(verdictOfToken({ token }, secrets)).toEqual({
      ok: true,
      verification: { method: 'token', header: null, secret },
    });
  });

  it.each([['user'], ['pas'], ['passs'], [''], ['user:'], ['PASS']])('is not "%s"', (token) => {
    expect(verdictOfToken({ token }, ['user:pass'])).toEqual({ ok: false, code: 'credentials-mismatch' });
  });

  it('is looked for under its own name, and not at all where the scheme has none', () => {
    expect(verdictOfToken({ other: 'pass' }, ['user:pass'])).toMatchObject({ code: 'credentials-missing' });
    const query = { token: 'pass', undefined: 'pass' };
    const delivery = signedDelivery({ platform: basic, body: {}, unsigned: true, query });
    expect(verify(delivery, basic.signature, ['user:pass'])).toMatchObject({ code: 'credentials-missing' });
  });

  it('is not found in what every object has', () => {
    const scheme = { ...signature, tokenParameter: 'constructor' };
    const delivery = signedDelivery({ platform: basic, body: {}, unsigned: true });
    expect(verify(delivery, scheme, ['user:pass'])).toEqual({ ok: false, code: 'credentials-missing' });
  });

  it('counts beside user name and password of somebody else, and these count beside a wrong token', () => {
    const wrong = `Basic ${encode('user:wrong')}`;
    expect(verdictOfToken({ token: 'pass' }, ['user:pass'], wrong)).toMatchObject({ ok: true });
    const right = `Basic ${encode('user:pass')}`;
    expect(verdictOfToken({ token: 'wrong' }, ['user:pass'], right)).toMatchObject({
      ok: true,
      verification: { method: 'basic' },
    });
  });

  it.each([[':'], ['user:'], ['']])('takes the secret "%s" for none', (secret) => {
    expect(verdictOfToken({ token: secret }, [secret])).toEqual({ ok: false, code: 'secret-missing' });
  });
});
