import fc from 'fast-check';
import { toIsoTime } from '../../../src/platforms/eka-care/event-time.ts';

test.each([
  [1730189586, '2024-10-29T08:13:06.000Z'],
  ['1730189586', '2024-10-29T08:13:06.000Z'],
  [1741677083454, '2025-03-11T07:11:23.454Z'],
  ['1741677083454', '2025-03-11T07:11:23.454Z'],
  [1730189586.5, '2024-10-29T08:13:06.500Z'],
  ['2023-07-30T18:07:24.000Z', '2023-07-30T18:07:24.000Z'],
  ['2023-07-30T23:37:24+05:30', '2023-07-30T18:07:24.000Z'],
  ['2026-06-30 07:24:21.985000+00:00', '2026-06-30T07:24:21.985Z'],
])('reads %j as %s', (value, time) => {
  expect(toIsoTime(value)).toBe(time);
});

test.each([[0], ['0'], [''], ['soon'], [null], [undefined], [true], [{}], [[]], [Number.MAX_VALUE]])(
  'reads %j as no time',
  (value) => {
    expect(toIsoTime(value)).toBeNull();
  },
);

test('seconds and milliseconds of one moment read alike', () => {
  // From 2001 to 2100.
  fc.assert(
    fc.property(fc.integer({ min: 978_307_200, max: 4_102_444_800 }), (seconds) => {
      expect(toIsoTime(seconds)).toBe(toIsoTime(seconds * 1_000));
    }),
  );
});
