import type { Platform } from '@carehooks/core';
import type { Concern, LiveCheck, Received } from '../check.ts';
import { change, confirmed, type Finding, learned } from '../finding.ts';
import type { Arrival } from '../receiver.ts';
import { inOrder, listOf, nameOf, shown, type Shown } from '../shown.ts';
import { headersOf } from './delivery-headers.ts';

/** How often the platform is answered with a fault before its delivery is taken. */
const faults = [500, 500] as const;

/** Answers with faults to see whether, when and with what headers a delivery comes again. */
export function retriesCheck(question: string, concerns: Concern, rule: RetryRule): LiveCheck {
  return {
    id: 'retries',
    question,
    concerns,
    kind: 'delivery',
    instruction:
      'Make the platform send one delivery. It is answered with 500 twice, to see whether it comes again.',
    reactions: faults,
    read(received) {
      const attempts = attemptsOf(received);
      const isComplete = attempts.length > faults.length;
      return attempts.length === 0 || (!isComplete && !received.isOver) ? null : rule(attempts, received);
    },
  };
}

type RetryRule = (attempts: readonly Arrival[], received: Received) => Finding;

/** The first delivery and those that say the same. */
function attemptsOf({ arrivals }: Received): readonly Arrival[] {
  const [first] = arrivals;
  if (first === undefined) return [];
  return arrivals.filter(({ delivery }) => Buffer.from(delivery.body).equals(first.delivery.body));
}

/** Times may be written in whole seconds. */
const coarsest = 1_000;

/** Whoever checks a signed time needs a new one with every attempt. */
export const wantsNewTime: RetryRule = (attempts, received) => {
  const observed = describe(attempts, received);
  if (attempts.length === 1) return learned(observed);
  const stamp = stampHeaderOf(received.platform);
  if (stamp === null) return learned(observed);
  if (changedHeaders(attempts).includes(stamp)) return confirmed(shown`${observed} The time is signed anew.`);
  if (spanOf(attempts) < coarsest) return learned(shown`${observed} Too close together to compare times.`);
  const to = shown`set the tolerance above the longest pause between attempts, or to 0`;
  return change(shown`${observed} The signed time stays that of the first attempt.`, to);
};

/** Where nothing of ours depends on it. */
export const tellsRetries: RetryRule = (attempts, received) => learned(describe(attempts, received));

/** Where we take a delivery that fails for lost. */
export const expectsNone: RetryRule = (attempts, received) => {
  const observed = describe(attempts, received);
  return attempts.length === 1
    ? confirmed(observed)
    : change(observed, shown`say that failed deliveries come again`);
};

function stampHeaderOf({ signature }: Platform): string | null {
  if (signature.kind !== 'hmac' || signature.timestamp === undefined) return null;
  const { at } = signature.timestamp;
  return 'header' in at ? at.header : signature.signature.header;
}

function describe(attempts: readonly Arrival[], { now }: Received): Shown {
  const [first] = attempts;
  if (attempts.length === 1) {
    const seconds = Math.round((now - (first?.delivery.receivedAt ?? now)) / 1_000);
    return shown`Not sent again within ${seconds} s.`;
  }
  const times = attempts.map(({ delivery }) => delivery.receivedAt);
  const pauses = times.slice(1).map((time, index) => shown`${secondsBetween(times[index] ?? time, time)}`);
  const changed = listOf(changedHeaders(attempts).map(nameOf));
  return shown`Sent ${attempts.length} times, with pauses of ${inOrder(pauses)} s. Headers that changed: ${changed}.`;
}

function spanOf(attempts: readonly Arrival[]): number {
  return (attempts.at(-1)?.delivery.receivedAt ?? 0) - (attempts[0]?.delivery.receivedAt ?? 0);
}

function secondsBetween(from: number, to: number): number {
  return Math.round((to - from) / 100) / 10;
}

function changedHeaders(attempts: readonly Arrival[]): string[] {
  const [first, ...others] = attempts.map(({ delivery }) => Object.fromEntries(headersOf(delivery)));
  return Object.keys(first ?? {}).filter((name) => others.some((other) => other[name] !== first?.[name]));
}
