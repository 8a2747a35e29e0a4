import type { Clock } from '../ports.ts';
import { fixtureTime } from './moment.ts';

export interface FakeClock extends Clock {
  /** Every pause that was asked for, in milliseconds. */
  readonly pauses: readonly number[];
  /** Lets time pass without a pause, e.g. while a request is under way. */
  advance(milliseconds: number): void;
}

/** A clock whose time passes only by pauses, which end at once. */
export function fakeClock(start = fixtureTime): FakeClock {
  let time = start;
  const pauses: number[] = [];
  return {
    pauses,
    now: () => time,
    advance(milliseconds) {
      time += milliseconds;
    },
    async sleep(milliseconds) {
      pauses.push(milliseconds);
      time += milliseconds;
    },
  };
}
