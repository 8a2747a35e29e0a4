import { parseFilter, passes } from '../../src/platforms/ally/filter.ts';

const record = {
  id: 'apt_1',
  externalRef: 'test_external_ref',
  updatedAt: '2024-08-29T10:00:00.000Z',
  note: 'say "hi" \\ now',
  window: null,
  patient: { name: 'John Adeyemi' },
  metadata: { visit: 2, score: -1.5 },
};

describe('parseFilter', () => {
  test.each([
    ['externalRef:"test_external_ref"', ['externalRef'], ':', 'test_external_ref'],
    ['updatedAt>"2024-08-29"', ['updatedAt'], '>', '2024-08-29'],
    ['updatedAt>="2024-08-29"', ['updatedAt'], '>=', '2024-08-29'],
    ['updatedAt<="2024-08-29"', ['updatedAt'], '<=', '2024-08-29'],
    ['patient.name~"John"', ['patient', 'name'], '~', 'John'],
    ['metadata.visit<3', ['metadata', 'visit'], '<', 3],
    ['metadata.score:-1.5', ['metadata', 'score'], ':', -1.5],
    [' note : "a b" ', ['note'], ':', 'a b'],
    ['note:""', ['note'], ':', ''],
    ['note:"say \\"hi\\" \\\\ now"', ['note'], ':', 'say "hi" \\ now'],
    ['note:"a>b:c"', ['note'], ':', 'a>b:c'],
    ['note:"two\nlines"', ['note'], ':', 'two\nlines'],
  ])('reads %s', (text, path, operator, value) => {
    expect(parseFilter(text)).toEqual({ path, operator, value });
  });

  test.each([
    '',
    'externalRef',
    'externalRef:',
    ':"x"',
    'externalRef:test',
    'externalRef="x"',
    'externalRef:"x',
    'externalRef:"x" and note:"y"',
    'patient..name:"x"',
    'patient.:"x"',
    '1st:"x"',
    'visit:1.',
    'visit:1e3',
    'note:"x\\"',
  ])('refuses %j', (text) => {
    expect(() => parseFilter(text)).toThrow(/^Cannot read the filter .*: write it like/s);
  });
});

describe('passes', () => {
  test.each([
    ['externalRef:"test_external_ref"', true],
    ['externalRef:"other"', false],
    ['externalRef~"EXTERNAL"', true],
    ['updatedAt>"2024-08-29"', true],
    ['updatedAt<"2024-08-29"', false],
    ['updatedAt>"2024-08-29T10:00:00.000Z"', false],
    ['updatedAt>="2024-08-29T10:00:00.000Z"', true],
    ['updatedAt:"2024-08-29T12:00:00+02:00"', true],
    ['patient.name~"john"', true],
    ['patient.name>"Jane"', true],
    ['metadata.visit>1', true],
    ['metadata.visit<=1', false],
    ['metadata.visit:"2"', false],
    ['externalRef>5', false],
    ['metadata.visit~"2"', false],
    ['nowhere:"x"', false],
    ['note.length:3', false],
    ['window.id:"x"', false],
    ['patient:"x"', false],
    ['constructor~"Object"', false],
  ])('%s: %s', (text, expected) => {
    expect(passes(record, parseFilter(text))).toBe(expected);
  });
});
