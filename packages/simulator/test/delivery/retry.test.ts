import fc from 'fast-check';
import type { AttemptOutcome } from '../../src/index.ts';
import { nextPause, type RetryPolicy } from '../../src/delivery/retry.ts';

const listed: RetryPolicy = {
  attempts: 4,
  timeout: 1,
  pauses: { kind: 'list', milliseconds: [5, 25] },
  statuses: [
    { from: 408, to: 408 },
    { from: 500, to: 599 },
  ],
  unanswered: true,
};
const answered = (status: number): AttemptOutcome => ({ kind: 'answered', status, headers: {}, body: '' });
const none = () => 0;

test.each([
  [200, 1, null],
  [204, 1, null],
  [302, 1, null],
  [400, 1, null],
  [408, 1, 5],
  [500, 1, 5],
  [500, 2, 25],
  [599, 3, 25],
  [500, 4, null],
])('after status %d and %d attempts: %p', (status, attempts, pause) => {
  expect(nextPause(listed, answered(status), { attempts, lastPause: null }, none)).toBe(pause);
});

test('whether silence counts is the policy’s', () => {
  const silence: AttemptOutcome = { kind: 'timed-out' };
  const progress = { attempts: 1, lastPause: null };
  expect(nextPause(listed, silence, progress, none)).toBe(5);
  expect(nextPause({ ...listed, unanswered: false }, silence, progress, none)).toBeNull();
});

test('a success is never tried again, whatever the ranges say', () => {
  const eager = { ...listed, statuses: [{ from: 100, to: 599 }] };
  expect(nextPause(eager, answered(200), { attempts: 1, lastPause: null }, none)).toBeNull();
});

test('jitter stays between the first pause and three times the last, and below the longest', () => {
  const policy: RetryPolicy = {
    ...listed,
    attempts: 10,
    pauses: { kind: 'decorrelated-jitter', first: 5_000, longest: 5_400_000 },
  };
  const chances = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
    minLength: 9,
    maxLength: 9,
  });
  fc.assert(
    fc.property(chances, (rolls) => {
      let lastPause: number | null = null;
      rolls.forEach((roll, index) => {
        const pause = nextPause(policy, answered(503), { attempts: index + 1, lastPause }, () => roll);
        expect(pause).not.toBeNull();
        expect(pause).toBeGreaterThanOrEqual(5_000);
        expect(pause).toBeLessThanOrEqual(Math.min(5_400_000, (lastPause ?? 5_000) * 3));
        lastPause = pause;
      });
      expect(nextPause(policy, answered(503), { attempts: 10, lastPause }, none)).toBeNull();
    }),
  );
});
