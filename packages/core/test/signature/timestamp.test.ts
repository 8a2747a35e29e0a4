import { checkWindow, formatTimestamp, parseTimestamp } from '../../src/signature/timestamp.ts';

const moment = Date.parse('2026-01-15T09:30:00.000Z');

describe('reading a timestamp', () => {
  it.each([
    ['1768469400', 'unix-seconds', moment],
    ['1768469400000', 'unix-milliseconds', moment],
    ['2026-01-15T09:30:00Z', 'iso-8601', moment],
    ['2026-01-15T09:30:00.0000000+00:00', 'iso-8601', moment],
    ['2026-01-15T10:30:00.000+01:00', 'iso-8601', moment],
    ['2026-01-15T08:30:00-01:00', 'iso-8601', moment],
    ['2026-01-15T09:30:00.0000000+00:00', 'iso-8601-ticks', moment],
    ['5', 'unix-milliseconds', 5],
    ['9'.repeat(15), 'unix-milliseconds', 999_999_999_999_999],
    ['2026-01-15T09:30:00', 'iso-8601', null],
    [' 2026-01-15T09:30:00Z', 'iso-8601', null],
    ['2026-01-15T09:30:00Z ', 'iso-8601', null],
    ['2026-01-15T09:30:00.Z', 'iso-8601', null],
    ['+002026-01-15T09:30:00Z', 'iso-8601', null],
    ['2026-01-15T09:30:00Z\u0000x', 'iso-8601', null],
    ['2026-01-15T09:30:00 00:00', 'iso-8601', null],
    ['2026-01-15', 'iso-8601', null],
    ['2026-13-45T09:30:00Z', 'iso-8601', null],
    ['Thu, 15 Jan 2026 09:30:00 GMT', 'iso-8601', null],
    ['', 'unix-seconds', null],
    ['1768469400 ', 'unix-seconds', null],
    [' 1768469400', 'unix-seconds', null],
    ['+1768469400', 'unix-seconds', null],
    ['1768469400.0', 'unix-seconds', null],
    ['١٧٦٨٤٦٩٤٠٠', 'unix-seconds', null],
    ['9'.repeat(16), 'unix-milliseconds', null],
  ] as const)('reads %j as %s: %j', (text, format, time) => {
    expect(parseTimestamp(text, format)).toBe(time);
  });

  it.each([
    ['unix-seconds', '1768469400'],
    ['unix-milliseconds', '1768469400000'],
    ['iso-8601', '2026-01-15T09:30:00.000Z'],
    ['iso-8601-ticks', '2026-01-15T09:30:00.0000000+00:00'],
  ] as const)('reads back what it writes as %s', (format, text) => {
    expect(formatTimestamp(moment, format)).toBe(text);
    expect(parseTimestamp(text, format)).toBe(moment);
  });

  it('writes whole seconds', () => {
    expect(formatTimestamp(moment + 999, 'unix-seconds')).toBe('1768469400');
  });
});

describe('the replay window', () => {
  it.each([
    [60_001, 'timestamp-stale'],
    [60_000, null],
    [0, null],
    [-60_000, null],
    [-60_001, 'timestamp-future'],
  ])('finds a delivery of %i milliseconds of age %s', (age, code) => {
    expect(checkWindow(moment - age, moment, 60)).toBe(code);
  });

  it('is open when it is switched off by 0', () => {
    expect(checkWindow(0, moment, 0)).toBeNull();
    expect(checkWindow(2 * moment, moment, 0)).toBeNull();
  });

  it.each([Number.NaN, -1])('is shut where it is %d, which is no width', (tolerance) => {
    const codes = [moment - 1, moment, moment + 1].map((time) => checkWindow(time, moment, tolerance));
    expect(codes).toEqual(['timestamp-stale', 'timestamp-stale', 'timestamp-future']);
  });
});
