import { fixtureTime } from '../../src/testing/index.ts';
import {
  basic,
  body,
  deliveryOf,
  discovered,
  explained,
  identified,
  plain,
  problems,
  readable,
  secret,
  stamped,
  trailing,
  withBody,
} from './explained.ts';

const encoded = `Basic ${Buffer.from(`user:${secret}`).toString('base64')}`;
const basicSecrets = { secrets: [{ label: 'current', value: `user:${secret}` }] };

describe('an authentic delivery', () => {
  it('is told step by step where the time is signed', () => {
    const explanation = explained(stamped, deliveryOf(stamped, { receivedAt: fixtureTime + 12_000 }));
    expect(explanation).toMatchObject({
      verified: true,
      code: null,
      message: 'The delivery is authentic',
      hint: null,
    });
    expect(readable(explanation)).toEqual([
      '• request: A POST request with 2 headers and a body of 53 bytes.',
      '✓ signature: The header x-signature carries a signature: 64 hex digits behind "v1=".',
      '• content: Signed with HMAC-SHA256: {timestamp}.{body}, 10 + 1 + 53 = 64 bytes.',
      '✓ timestamp: Sent 12 seconds before it was received, within the replay window of 3 minutes either way.',
      '✓ secret: The secret "current" fits.',
      '✓ body: The body is JSON of the shape that Made Up sends.',
      '✓ event: It tells 1 event: appointment.updated (concluded from the state of the record).',
    ]);
  });

  it.each([
    [plain, 'Signed with HMAC-SHA256: {body}, 53 bytes.'],
    [trailing, 'Signed with HMAC-SHA256: {body}.{timestamp}, 53 + 1 + 24 = 78 bytes.'],
    [identified, 'Signed with HMAC-SHA256: {id}.{timestamp}.{body}, 5 + 1 + 13 + 1 + 53 = 73 bytes.'],
    [discovered, 'Signed with HMAC-SHA256 or HMAC-SHA512: {body}, 53 bytes.'],
  ])('has the shape of what is signed, in scheme %#', (platform, text) => {
    const explanation = explained(platform, deliveryOf(platform));
    expect(explanation.verified).toBe(true);
    expect(explanation.lines).toContainEqual({ topic: 'content', state: 'note', text });
  });

  it('names the header that was found, which can be pinned', () => {
    const delivery = deliveryOf(discovered, { header: 'x-heim-signature' });
    expect(readable(explained(discovered, delivery))[1]).toBe(
      '✓ signature: A look through all headers found the signature in x-heim-signature. You can pin this header.',
    );
    const pinned = explained(discovered, delivery, { verification: { header: 'x-heim-signature' } });
    expect(readable(pinned)[1]).toBe(
      '✓ signature: The pinned header x-heim-signature carries the signature.',
    );
  });

  it('says that Basic authentication and tokens sign nothing', () => {
    const delivery = deliveryOf(basic, { unsigned: true, headers: { authorization: encoded } });
    expect(readable(explained(basic, delivery, basicSecrets)).slice(1, 4)).toEqual([
      '✓ signature: The header authorization carries a user name and a password.',
      '• content: Nothing is signed: Basic authentication and tokens prove who sends, not what.',
      '✓ secret: The secret "current" fits.',
    ]);
    const token = deliveryOf(basic, { unsigned: true, query: { token: secret } });
    expect(readable(explained(basic, token, basicSecrets))[1]).toBe(
      '✓ signature: The URL has the parameter token.',
    );
    const both = { ...token, headers: { authorization: encoded } };
    expect(readable(explained(basic, both, basicSecrets)).slice(1, 3)).toEqual([
      '✓ signature: The header authorization carries a user name and a password.',
      '✓ signature: The URL has the parameter token.',
    ]);
  });

  it('counts several signatures', () => {
    const delivery = deliveryOf(plain);
    const value = `${'0'.repeat(64)}, ${delivery.headers['x-signature']}`;
    const doubled = { ...delivery, headers: { 'x-signature': value } };
    expect(readable(explained(plain, doubled))[1]).toBe(
      '✓ signature: The header x-signature carries 2 signatures: 64 hex digits.',
    );
  });

  it('tells which secret fits, and to wait with the rotation', () => {
    const secrets = [
      { label: 'current', value: 'another' },
      { label: 'empty', value: '' },
      { label: 'previous', value: secret },
    ];
    const explanation = explained(stamped, deliveryOf(stamped), { secrets });
    expect(explanation).toMatchObject({
      verified: true,
      hint: 'The platform still uses the secret "previous". Keep it set until deliveries come with the newer one.',
    });
    expect(readable(explanation).slice(4, 6)).toEqual([
      '• secret: The secret "empty" does not count: it is empty.',
      '✓ secret: The secret "previous" fits. The secret "current" does not fit.',
    ]);
  });

  it('does not tell of a rotation where the first secret is empty', () => {
    const secrets = [
      { label: 'current', value: '' },
      { label: 'previous', value: secret },
    ];
    expect(explained(stamped, deliveryOf(stamped), { secrets }).hint).toBeNull();
  });

  it('does not mind a request other than POST', () => {
    const explanation = explained(plain, { ...deliveryOf(plain), method: 'GET' });
    expect(readable(explanation)[0]).toMatch('A request other than POST with 2 headers');
  });
});

describe('without a usable secret', () => {
  it.each([
    [[], 'There is no secret to check with.'],
    [[{ label: 'current', value: '' }], 'The secret "current" does not count: it is empty.'],
    [[{ label: 'current', value: 'user:' }], 'The secret "current" does not count: it has no password.'],
  ])('nothing is verified', (secrets, text) => {
    const explanation = explained(basic, deliveryOf(basic, { secret: 'user:' }), { secrets });
    expect(explanation).toMatchObject({
      verified: false,
      code: 'secret-missing',
      hint: 'Enter the secret that the platform showed when the webhook was created.',
    });
    expect(explanation.lines.map((line) => line.text)).toContain(text);
  });

  it('a key that decodes to nothing is none', () => {
    const secrets = [{ label: 'current', value: '?!' }];
    const options = { secrets, verification: { key: { encoding: 'base64' } } } as const;
    expect(readable(explained(plain, deliveryOf(plain), options))).toContain(
      '✗ secret: The secret "current" does not count: no key can be read from it.',
    );
  });

  it('what is accepted unsigned is not called verified', () => {
    const explanation = explained(plain, deliveryOf(plain, { unsigned: true }), {
      secrets: [],
      verification: { acceptUnsigned: true },
    });
    expect(explanation).toMatchObject({
      verified: false,
      code: null,
      message: 'Nothing was checked: no secret is set, and unsigned deliveries are accepted',
      hint: 'Enter the secret that the platform showed when the webhook was created.',
    });
  });
});

describe('a wrong secret or a changed body', () => {
  it.each([plain, stamped, identified])('cannot be told apart, in scheme %#', (platform) => {
    const wrong = explained(platform, deliveryOf(platform, { forged: true }));
    const changed = explained(platform, withBody(deliveryOf(platform), body.replace('apt_1', 'apt_2')));
    for (const explanation of [wrong, changed]) {
      expect(explanation).toMatchObject({ verified: false, code: 'signature-mismatch' });
      expect(explanation.hint).toMatch('Copy the secret of this very webhook again.');
      expect(readable(explanation)).toContain(
        '• secret: Other headers, encodings, and ways to write the body and the secret were tried and do not fit either. So the secret is another one, or the body says something else.',
      );
    }
  });

  it('names all secrets that do not fit', () => {
    const secrets = [
      { label: 'current', value: 'one' },
      { label: 'previous', value: 'two' },
    ];
    expect(problems(explained(plain, deliveryOf(plain), { secrets }))).toEqual([
      'No secret fits: "current" and "previous".',
    ]);
  });

  it('is told of what looks like a signature', () => {
    const delivery = deliveryOf(discovered, { forged: true, headers: { 'x-other': 'a'.repeat(64) } });
    expect(problems(explained(discovered, delivery))).toEqual([
      'Each of the headers x-ally-signature and x-other holds what looks like a signature and does not fit.',
      'The secret "current" does not fit.',
    ]);
  });

  it('is not searched for in a large body', () => {
    const delivery = deliveryOf(plain, { body: `"${'x'.repeat(300_000)}"` });
    const explanation = explained(plain, withBody(delivery, `${Buffer.from(delivery.body).toString()}\n`));
    expect(readable(explanation).join('\n')).toMatch('the body is too large to try others.');
  });
});
