import type { AttemptOutcome } from './record.ts';

/** When a platform tries again, as data. */
export interface RetryPolicy {
  /** How often in all. */
  readonly attempts: number;
  /**
   * Milliseconds that the receiver has for its answer. Not scaled by the clock factor: receivers live in real time.
   */
  readonly timeout: number;
  readonly pauses: Pauses;
  /** Statuses after which it tries again. Any 2xx ends a delivery well, any other status ends it badly. */
  readonly statuses: readonly StatusRange[];
  /** Whether it tries again when there was no answer at all. */
  readonly unanswered: boolean;
}

export interface StatusRange {
  readonly from: number;
  readonly to: number;
}

/** Milliseconds between attempts. */
export type Pauses =
  /** One by one; the last repeats. */
  | { readonly kind: 'list'; readonly milliseconds: readonly number[] }
  /** https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ */
  | { readonly kind: 'decorrelated-jitter'; readonly first: number; readonly longest: number };

export interface Progress {
  /** Attempts so far. */
  readonly attempts: number;
  /** The pause before the last attempt, null before there was one. */
  readonly lastPause: number | null;
}

export function isDelivered(outcome: AttemptOutcome): boolean {
  return outcome.kind === 'answered' && outcome.status >= 200 && outcome.status < 300;
}

/**
 * Milliseconds until the next attempt, or null when there is none.
 *
 * @param random from 0 up to 1, for jitter
 */
export function nextPause(
  policy: RetryPolicy,
  outcome: AttemptOutcome,
  progress: Progress,
  random: () => number,
): number | null {
  const again =
    outcome.kind === 'answered'
      ? policy.statuses.some(({ from, to }) => outcome.status >= from && outcome.status <= to)
      : policy.unanswered;
  if (!again || isDelivered(outcome) || progress.attempts >= policy.attempts) return null;
  return pauseLength(policy.pauses, progress, random);
}

function pauseLength(pauses: Pauses, { attempts, lastPause }: Progress, random: () => number): number {
  if (pauses.kind === 'list') return pauses.milliseconds[attempts - 1] ?? pauses.milliseconds.at(-1) ?? 0;
  const widest = (lastPause ?? pauses.first) * 3;
  return Math.min(pauses.longest, pauses.first + random() * (widest - pauses.first));
}
