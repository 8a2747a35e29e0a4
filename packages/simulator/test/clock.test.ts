import { createClock } from '../src/clock.ts';

test('scales pauses by a factor that can change', () => {
  const clock = createClock(60);
  expect([clock.factor, clock.scale(60_000)]).toEqual([60, 1_000]);
  clock.setFactor(2);
  expect([clock.factor, clock.scale(60_000)]).toEqual([2, 30_000]);
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses the factor %d', (factor) => {
  expect(() => createClock(factor)).toThrow('pass a number above 0');
  const clock = createClock(5);
  expect(() => clock.setFactor(factor)).toThrow('pass a number above 0');
  expect(clock.factor).toBe(5);
});
