import { setTimeout } from 'node:timers/promises';
import type { Attempt, FaultName, FeedEvent, SimulatedPlatform, Simulation } from '@carehooks/simulator';
import type { Tally } from './tally.ts';

/** What is to be sent, in every detail. */
export interface SendPlan {
  readonly event: string;
  readonly target: { readonly url: string; readonly secret?: string };
  readonly count: number;
  /** Deliveries a second; without it, each waits for the first attempt of the one before. */
  readonly rate?: number;
  readonly faults: readonly FaultName[];
  /** Whether a failed delivery is sent again as the platform does. */
  readonly retry: boolean;
  readonly bodyOf: (number: number) => Uint8Array;
}

export interface SendWatch {
  readonly tally: Tally;
  /** Called when a delivery has ended. */
  readonly step: () => void;
  /** Ends the sending; what is on its way is given up. */
  readonly interrupted: AbortSignal;
}

/** Sends all deliveries through the simulator's own engine, so that they are what the platform would send. */
export async function sendAll(
  plan: SendPlan,
  simulation: Simulation,
  platform: SimulatedPlatform,
  { tally, step, interrupted }: SendWatch,
): Promise<void> {
  let next = () => {};
  const unsubscribe = simulation.feed.subscribe((event: FeedEvent) => {
    if (event.type === 'delivery-queued') tally.sent(1);
    if (event.type === 'attempt-finished') noteAttempt(event.delivery.attempts, tally);
    if (event.type === 'delivery-settled') tally.ended(event.delivery);
    if (event.type === 'delivery-settled') step();
    if (event.type === 'attempt-finished' || event.type === 'delivery-settled') next();
  });
  const close = () => void simulation.close();
  interrupted.addEventListener('abort', close, { once: true });
  const started = performance.now();
  for (let number = 0; number < plan.count && !interrupted.aborted; number += 1) {
    await untilDue(number, plan.rate, started, interrupted);
    if (interrupted.aborted) break;
    const attempted = new Promise<void>((resolve) => (next = resolve));
    fire(plan, platform, number);
    if (plan.rate === undefined) await attempted;
  }
  await simulation.settled();
  unsubscribe();
  interrupted.removeEventListener('abort', close);
}

function fire(
  { event, target, faults, retry, rate, bodyOf }: SendPlan,
  platform: SimulatedPlatform,
  number: number,
): void {
  const pace = rate === undefined ? 'in-turn' : 'at-once';
  platform.fire(event, { body: Buffer.from(bodyOf(number)), target, faults: [...faults], retry, pace });
}

function noteAttempt(attempts: readonly Attempt[], tally: Tally): void {
  const last = attempts.at(-1);
  if (last !== undefined) tally.attempted(last);
}

async function untilDue(
  number: number,
  rate: number | undefined,
  started: number,
  signal: AbortSignal,
): Promise<void> {
  const delay = rate === undefined ? 0 : started + (number * 1_000) / rate - performance.now();
  if (delay <= 0) return;
  try {
    await setTimeout(delay, undefined, { signal });
  } catch (error) {
    // Whoever waits looks at the signal.
    if (!signal.aborted) throw error;
  }
}
