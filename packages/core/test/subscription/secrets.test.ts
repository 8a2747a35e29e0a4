import { ally, derivedSecrets, type Platform, targetKey } from '../../src/index.ts';
import { replacing } from './made-up-platform.ts';

const hmac: Platform = { ...ally, id: 'made-up', subscription: replacing };
const basic: Platform = { ...hmac, signature: { kind: 'basic' } };
const key = targetKey('https://example.org/hook');

describe('derived secrets', () => {
  it('are one for each secret of the connection, the current one first', () => {
    const both = derivedSecrets(hmac, { clientSecret: 'new', previousClientSecret: 'old' }, key);
    expect(both).toHaveLength(2);
    expect(both[0]).toBe(derivedSecrets(hmac, { clientSecret: 'new' }, key)[0]);
    expect(both[1]).toBe(derivedSecrets(hmac, { clientSecret: 'old' }, key)[0]);
    expect(both[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  it('differ by target and platform', () => {
    const connection = { clientSecret: 'new' };
    const other = targetKey('https://example.org/hook2');
    const all = [
      ...derivedSecrets(hmac, connection, key),
      ...derivedSecrets(hmac, connection, other),
      ...derivedSecrets({ ...hmac, id: 'another' }, connection, key),
    ];
    expect(new Set(all).size).toBe(3);
  });

  it('are user name and password for Basic authentication', () => {
    expect(derivedSecrets(basic, { clientSecret: 'new' }, key)[0]).toMatch(/^carehooks:[0-9a-f]{64}$/);
  });

  it('are none without a secret to derive them from, and where a person makes the webhook', () => {
    expect(derivedSecrets(hmac, { clientSecret: '' }, key)).toEqual([]);
    expect(derivedSecrets(ally, { apiKey: 'test_1' }, key)).toEqual([]);
  });
});
