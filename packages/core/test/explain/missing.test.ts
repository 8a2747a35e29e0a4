import {
  deliveryOf,
  discovered,
  explained,
  identified,
  plain,
  prefixed,
  problems,
  readable,
  stamped,
  trailing,
  withHeaders,
} from './explained.ts';

const digest = 'a'.repeat(64);

describe('a missing header', () => {
  it('is named, and so are those that look alike', () => {
    const headers = { 'x-hub-signature': 'no', 'x-other': 'no', 'x-signature\u001b[2J': 'no' };
    const explanation = explained(plain, deliveryOf(plain, { unsigned: true, headers }));
    expect(explanation.code).toBe('signature-missing');
    expect(readable(explanation).slice(1, 4)).toEqual([
      '✗ signature: The header x-signature is missing. Similar: x-hub-signature.',
      '• content: Signed with HMAC-SHA256: {body}, 53 bytes.',
      '• timestamp: No time is signed, so there is no replay window.',
    ]);
  });

  it('may have none that looks like it', () => {
    const explanation = explained(stamped, deliveryOf(stamped, { unsigned: true }));
    expect(readable(explanation).slice(1)).toEqual([
      '✗ signature: The header x-signature is missing. No other header has a similar name.',
      '• content: Signed with HMAC-SHA256: {timestamp}.{body}.',
      '• body: The body is JSON of the shape that Made Up sends.',
      '• event: It claims to tell 1 event: appointment.updated (concluded from the state of the record).',
    ]);
  });

  it('is not shown by a name that is none', () => {
    const options = { verification: { header: 'x signature' } };
    const explanation = explained(plain, deliveryOf(plain, { unsigned: true }), options);
    expect(problems(explanation)[0]).toMatch('The header with an unusual name is missing.');
  });

  it('may be that of the time', () => {
    const headers = { 'x-signature': digest, 'x-my-timestamp': 'yesterday' };
    const explanation = explained(trailing, deliveryOf(trailing, { unsigned: true, headers }));
    expect(explanation.code).toBe('timestamp-missing');
    expect(problems(explanation)).toEqual([
      'There is no timestamp in the header x-timestamp. Similar: x-my-timestamp.',
    ]);
    const pairs = explained(stamped, deliveryOf(stamped, { unsigned: true, headers }));
    expect(problems(pairs)).toContain('There is no timestamp in "t=" of the header x-signature.');
  });

  it('may be that of the id, which is signed', () => {
    const delivery = deliveryOf(identified);
    const unnamed = withHeaders(delivery, (name) => name.replace('x-id', 'x-other'));
    expect(problems(explained(identified, unnamed))[0]).toBe(
      'The header x-id, whose value is signed, is missing.',
    );
  });
});

describe('a header without a signature', () => {
  it.each([
    [plain, '', 'is empty'],
    [plain, 'xyz', 'holds 3 characters, where 64 hex digits belong'],
    [plain, 'abc123', 'holds 6 hex digits, where 64 hex digits belong'],
    [plain, 'aBc123', 'holds 6 hex digits in mixed case, where 64 hex digits belong'],
    [plain, '***', 'holds asterisks, put there by what captured the request, where 64 hex digits belong'],
    [plain, `sha1=${'a'.repeat(40)}`, 'holds a prefix and 40 hex digits, where 64 hex digits belong'],
    [plain, 'no!', 'holds 3 characters that are neither hex nor base64, where 64 hex digits belong'],
    [prefixed, digest, 'holds nothing behind "sha512=", where 88 characters of base64 belong'],
    [stamped, 't=1,v1=ab', 'holds 2 hex digits, where 64 hex digits behind "v1=" belong'],
    [stamped, 't=1', 'holds nothing behind "v1=", where 64 hex digits belong'],
  ])('is described by its shape', (platform, value, text) => {
    const delivery = deliveryOf(platform, { unsigned: true, headers: { 'x-signature': value } });
    expect(problems(explained(platform, delivery))[0]).toBe(`The header x-signature ${text}.`);
  });
});

describe('a look through the headers', () => {
  it('finds nothing that has the form of a signature, and tells what is named like one', () => {
    const headers = { 'x-heim-signature': 'a'.repeat(40) };
    const explanation = explained(discovered, deliveryOf(discovered, { unsigned: true, headers }));
    expect(explanation.code).toBe('signature-missing');
    expect(readable(explanation).slice(1, 3)).toEqual([
      '✗ signature: Nothing in 2 headers has the form of a signature.',
      '• signature: The header x-heim-signature holds 40 hex digits.',
    ]);
  });

  it('ends where a header is pinned and missing', () => {
    const options = { verification: { header: 'x-pinned' } };
    const explanation = explained(discovered, deliveryOf(discovered, { unsigned: true }), options);
    expect(problems(explanation)).toEqual(['The pinned header x-pinned is missing.']);
  });

  it('looks at the pinned header only', () => {
    const options = { verification: { header: 'x-pinned' } };
    const headers = { 'x-pinned': digest, 'x-other': digest };
    const explanation = explained(discovered, deliveryOf(discovered, { unsigned: true, headers }), options);
    expect(problems(explanation)[0]).toBe(
      'The header x-pinned holds what looks like a signature and does not fit.',
    );
  });
});
