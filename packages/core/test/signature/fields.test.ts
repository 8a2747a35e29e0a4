import { readSignatures, readTimestamp } from '../../src/signature/fields.ts';
import type { SignatureField, TimestampField } from '../../src/signature/scheme.ts';
import { fixtureTime } from '../../src/testing/index.ts';

const pairs = { separator: ',', assign: '=', name: 'v1' };

describe('the signatures of a header', () => {
  it.each<[string, Omit<SignatureField, 'header'>, string[]]>([
    ['ab', {}, ['ab']],
    [' ab , cd ', {}, ['ab', 'cd']],
    ['sha256=ab,sha1=cd,ef', { prefix: 'sha256=' }, ['ab']],
    ['t=1,v1=ab, v1=cd,v2=ef', { pairs }, ['ab', 'cd']],
    ['v1=sha256:ab,v1=cd', { pairs, prefix: 'sha256:' }, ['ab']],
    ['v1,ab v1,cd', { pairs: { separator: ' ', assign: ',', name: 'v1' } }, ['ab', 'cd']],
    ['', { pairs }, []],
  ])('are read from "%s" by %j', (value, field, signatures) => {
    expect(readSignatures(value, { header: 'x-signature', ...field })).toEqual(signatures);
  });
});

describe('the timestamp of a delivery', () => {
  const own: TimestampField = { at: { header: 'x-timestamp' }, format: 'unix-seconds', tolerance: 300 };
  const paired: TimestampField = { ...own, at: { pair: 't' } };

  it.each<[string, Record<string, string>, TimestampField, string | null]>([
    ['in its own header', { 'x-timestamp': '17' }, own, '17'],
    ['with all digits as sent', { 'x-timestamp': '0017.0' }, own, '0017.0'],
    ['in a pair', { 'x-signature': 'v1=ab, t=17' }, paired, '17'],
    ['in the first of two pairs', { 'x-signature': 't=17,t=18' }, paired, '17'],
    ['not where its header is empty', { 'x-timestamp': '' }, own, null],
    ['not where its pair is empty', { 'x-signature': 't=,v1=ab' }, paired, null],
    ['not where its header is missing', { 'x-signature': 't=17' }, own, null],
    ['not where the header of the pairs is missing', { 'x-timestamp': '17' }, paired, null],
    ['not where there is no such pair', { 'x-signature': 'v1=ab' }, paired, null],
  ])('is read %s', (_where, headers, field, timestamp) => {
    const delivery = { method: 'POST', headers, query: {}, body: Buffer.alloc(0), receivedAt: fixtureTime };
    expect(readTimestamp(delivery, { header: 'x-signature', pairs }, field)).toBe(timestamp);
  });

  it('is in no pair of a header that has none', () => {
    const headers = { 'x-signature': 't=17' };
    const delivery = { method: 'POST', headers, query: {}, body: Buffer.alloc(0), receivedAt: fixtureTime };
    expect(readTimestamp(delivery, { header: 'x-signature' }, paired)).toBeNull();
  });
});
