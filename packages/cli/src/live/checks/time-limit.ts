import type { Concern, LiveCheck } from '../check.ts';
import { change, confirmed, learned } from '../finding.ts';
import { shown } from '../shown.ts';

/** Leaves a delivery without an answer until the platform gives up. */
export function timeLimitCheck(concerns: Concern, assumedSeconds: number): LiveCheck {
  return {
    id: 'time-limit',
    question: 'How long does the platform wait for an answer?',
    concerns,
    kind: 'delivery',
    instruction: 'Make the platform send one delivery. It gets no answer, to see when the platform gives up.',
    reactions: ['hold'],
    read({ arrivals }) {
      const [first] = arrivals;
      if (first === undefined) return null;
      // A tunnel between may give up before the platform does.
      if (first.gaveUpAfter === null) {
        return first.status === null ? null : learned(shown`Longer than it was left without an answer.`);
      }
      const seconds = Math.round(first.gaveUpAfter / 100) / 10;
      const observed = shown`Gives up after ${seconds} s, unless that was the tunnel.`;
      return Math.abs(seconds - assumedSeconds) <= 1
        ? confirmed(observed)
        : change(observed, shown`set the assumed time of ${assumedSeconds} s to ${seconds} s`);
    },
  };
}
