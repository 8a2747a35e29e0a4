import type { RetryPolicy } from '../../src/delivery/retry.ts';
import { createSimulation } from '../../src/index.ts';
import type { SimulatedPlatform } from '../../src/platforms/platform.ts';
import { nextAttempt } from '../../src/playground/views/next-attempt.ts';
import { describeRetries, lengthText } from '../../src/playground/views/schedule.ts';
import { madeUpDelivery } from './samples.ts';

const { ally, haloConnect, halo } = createSimulation().platforms;

test.each<[SimulatedPlatform, string]>([
  [
    ally,
    'Ally (Heim) tries a delivery 3 times in all, with 5 s and 25 s between. It tries again after 4xx or 5xx, or without an answer.',
  ],
  [
    haloConnect,
    'Halo Connect tries a delivery 10 times in all, with growing pauses from 5 s to 1 h 30 min between. It tries again after 408, 429 or 5xx, or without an answer.',
  ],
  [halo, 'HALO sends each delivery once, and never tries again by itself.'],
])('the schedule in words: $name', ({ name, retry }, text) => {
  expect(describeRetries(name, retry)).toBe(text);
});

test('names the last pause as often as it repeats, and odd ranges by their ends', () => {
  const policy: RetryPolicy = {
    ...{ attempts: 4, timeout: 1, unanswered: false },
    pauses: { kind: 'list', milliseconds: [1_000, 2_000] },
    statuses: [{ from: 500, to: 504 }],
  };
  expect(describeRetries('It', policy)).toBe(
    'It tries a delivery 4 times in all, with 1 s, 2 s and 2 s between. It tries again after 500 to 504.',
  );
});

test.each([
  [0, '0 s'],
  [1, '1 s'],
  [59_001, '1 min'],
  [5_400_000, '1 h 30 min'],
  [3_601_000, '1 h 1 s'],
])('%d ms are %s', (milliseconds, text) => {
  expect(lengthText(milliseconds)).toBe(text);
});

describe('the pause before the next attempt', () => {
  const finished = Date.parse('2026-01-15T09:30:00.012Z');
  const waiting = madeUpDelivery('one', {
    attempts: 1,
    nextAttemptAt: new Date(finished + 20_000).toISOString(),
  });

  test('is shown as far as it has gone', () => {
    const html = String(nextAttempt(waiting, finished + 5_000));
    expect(html).toContain('animation-duration:20000ms;animation-delay:-5000ms');
    expect(html).toMatch(/next try in <span data-due="[^"]*">15 s<\/span>/);
  });

  test('is not shown before the first attempt, nor after the last', () => {
    expect(nextAttempt(madeUpDelivery('one', { nextAttemptAt: waiting.nextAttemptAt }))).toBe('');
    expect(nextAttempt(madeUpDelivery('one', { attempts: 1 }))).toBe('');
  });
});
