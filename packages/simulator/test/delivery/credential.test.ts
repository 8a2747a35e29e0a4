import { accept, ally, type Platform } from '@carehooks/core';
import { authenticate } from '../../src/delivery/credential.ts';
import { shownHeaders } from '../../src/delivery/record.ts';

const body = Buffer.from('{"data":{"id":"apt_1"}}');
const basic: Platform = { ...ally, signature: { kind: 'basic' } };

test('Basic authentication is what the core checks', () => {
  const headers = authenticate(body, { scheme: { kind: 'basic' }, secret: 'halo:pässword' }, { time: 0 });
  const delivery = { method: 'POST', headers, query: {}, body, receivedAt: 0 };
  expect(accept(delivery, { platform: basic, secrets: ['halo:pässword'] }).kind).toBe('accepted');
  expect(accept(delivery, { platform: basic, secrets: ['halo:other'] })).toMatchObject({
    code: 'credentials-mismatch',
  });
});

test('a password is masked in what is shown, a signature is not', () => {
  expect(shownHeaders({ Authorization: 'Basic aGFsbzpzZWNyZXQ=', 'X-Signature': 'b c' })).toEqual({
    Authorization: 'Basic ***',
    'X-Signature': 'b c',
  });
});
