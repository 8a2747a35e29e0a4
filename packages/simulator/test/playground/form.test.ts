import { ekaCare, halo, haloConnect, platforms } from '@carehooks/core';
import { fixtureNames, readFixture } from '@carehooks/core/testing';
import fc from 'fast-check';
import { faultsFor } from '../../src/delivery/fault.ts';
import { indentJson, refuseNonJson } from '../../src/playground/body.ts';
import { readFireRequest } from '../../src/playground/fire-request.ts';

describe('the body', () => {
  test.each(platforms.flatMap(({ id }) => fixtureNames(id).map((name) => [id, name] as const)))(
    'of %s %s is laid out and says the same',
    (id, name) => {
      const recorded = readFixture(id, name).toString();
      expect(indentJson(recorded)).toBe(JSON.stringify(JSON.parse(recorded), null, 2));
    },
  );

  test('keeps numbers and escapes as they were sent', () => {
    expect(indentJson('{"a":[1.0,9007199254740993,-1E+2],"b\\u0041 \\"{":{},"c":[]}')).toBe(
      '{\n  "a": [\n    1.0,\n    9007199254740993,\n    -1E+2\n  ],\n  "b\\u0041 \\"{": {},\n  "c": []\n}',
    );
  });

  test('is laid out like any JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(indentJson(text))).toEqual(JSON.parse(text));
        expect(indentJson(indentJson(text))).toBe(indentJson(text));
      }),
    );
  });

  test('is refused when it is not JSON, with where', () => {
    expect(() => refuseNonJson('{"a":1,}')).toThrow(
      /The body is not JSON\. .*position 7.* choose the fault Malformed/,
    );
    expect(() => refuseNonJson('[]')).not.toThrow();
  });
});

describe('a form', () => {
  function read(fields: Readonly<Record<string, string>>) {
    const form = new FormData();
    for (const [name, value] of Object.entries({ event: 'closed', body: '{}', ...fields }))
      form.set(name, value);
    return readFireRequest(form);
  }

  test('is read with the defaults of the page', () => {
    expect(read({ body: '{\r\n}', 'fault-sending': 'duplicate', 'fault-proof': '' })).toEqual({
      ...{ event: 'closed', fixture: '', body: '{\n}', count: 1, together: false, renewed: false },
      ...{
        faults: ['duplicate'],
        apiFault: null,
        relations: [],
        output: 'full',
        onFailure: 'keep',
        speed: 1,
      },
    });
  });

  test.each([
    [{ event: '' }, 'Choose an event.'],
    [{ count: '101' }, 'Choose a number of events from 1 to 100.'],
    [{ count: 'many' }, 'Choose a number of events from 1 to 100.'],
    [{ 'fault-body': 'lost' }, 'Choose from the list, or load the page again.'],
    [{ 'fault-api': 'lost' }, 'Choose from the list, or load the page again.'],
    [{ speed: '0' }, 'Choose from the list, or load the page again.'],
    [{ 'fault-sending': 'out-of-order' }, 'Out of order needs several deliveries'],
    [
      { 'fault-sending': 'out-of-order', count: '3', together: 'on' },
      'Out of order needs several deliveries',
    ],
  ])('%j is refused', (fields, message) => {
    expect(() => read(fields)).toThrow(message);
  });
});

test('faults are offered where the scheme gives them a meaning', () => {
  const withTime = faultsFor(ekaCare.signature);
  expect(withTime).toEqual(faultsFor(haloConnect.signature));
  const bodyOnly = faultsFor({ kind: 'discovery', algorithms: ['sha256'] });
  expect(withTime.filter((name) => !bodyOnly.includes(name))).toEqual([
    'stale-timestamp',
    'future-timestamp',
  ]);
  expect(bodyOnly.filter((name) => !faultsFor(halo.signature).includes(name))).toEqual(['changed-body']);
});
