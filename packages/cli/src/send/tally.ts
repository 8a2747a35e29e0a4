import { errorCodes } from '@carehooks/core';
import type { Attempt, AttemptOutcome, DeliveryRecord } from '@carehooks/simulator';

/** Milliseconds. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

export interface Summary {
  readonly sent: number;
  readonly delivered: number;
  readonly failed: number;
  /** Given up before they had ended. */
  readonly unfinished: number;
  readonly attempts: number;
  /** The status, with the code of Carehooks' own rejections, or what happened instead of an answer. */
  readonly answers: ReadonlyArray<{
    readonly answer: string;
    readonly attempts: number;
    readonly latency: Latency;
  }>;
}

/** Counts what became of deliveries. It keeps numbers alone, however many they are. */
export class Tally {
  #sent = 0;
  #answered = 0;
  readonly #ended = { delivered: 0, failed: 0, pending: 0 };
  readonly #durations = new Map<string, number[]>();

  sent(count: number): void {
    this.#sent += count;
  }

  attempted({ outcome, duration }: Attempt): void {
    if (outcome.kind === 'answered') this.#answered += 1;
    const answer = nameOf(outcome);
    const durations = this.#durations.get(answer) ?? [];
    durations.push(duration);
    this.#durations.set(answer, durations);
  }

  ended({ state }: DeliveryRecord): void {
    this.#ended[state] += 1;
  }

  /** Whether the target answered at all. */
  get reached(): boolean {
    return this.#answered > 0;
  }

  summary(): Summary {
    const { delivered, failed } = this.#ended;
    const answers = [...this.#durations]
      .sort(([left], [right]) => left.localeCompare(right))
      .map(([answer, durations]) => ({ answer, attempts: durations.length, latency: latencyOf(durations) }));
    return {
      ...{ sent: this.#sent, delivered, failed, unfinished: this.#sent - delivered - failed },
      attempts: answers.reduce((sum, { attempts }) => sum + attempts, 0),
      answers,
    };
  }
}

function nameOf(outcome: AttemptOutcome): string {
  if (outcome.kind === 'timed-out') return 'timed out';
  if (outcome.kind === 'unreachable') return outcome.reason;
  return [String(outcome.status), codeIn(outcome.body)].join(' ').trim();
}

/** The code of a rejection by Carehooks. Nothing else of an answer is shown: it may hold anything. */
function codeIn(body: string): string {
  return errorCodes.find((code) => body.startsWith(`{"code":"${code}"`)) ?? '';
}

function latencyOf(durations: readonly number[]): Latency {
  const sorted = [...durations].sort((left, right) => left - right);
  const rank = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { p50: rank(0.5), p95: rank(0.95), max: rank(1) };
}
