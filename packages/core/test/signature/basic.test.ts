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
