import type { SimulatorClock } from '../clock.ts';
import type { Feed } from '../feed.ts';
import { faults } from './fault.ts';
import type { DeliveryLog } from './log.ts';
import { Lanes } from './lanes.ts';
import type { DeliveryOrder, Pace } from './order.ts';
import type { AttemptOutcome, DeliveryRecord } from './record.ts';
import { makeRequest, type OutgoingRequest, showRequest } from './request.ts';
import { isDelivered, nextPause } from './retry.ts';
import { Transport } from './transport.ts';

export interface EngineOptions {
  readonly clock: SimulatorClock;
  readonly feed: Feed;
  readonly log: DeliveryLog;
  readonly random: () => number;
}

/** A delivery that was queued, and how it ends. */
export interface Sent {
  readonly record: DeliveryRecord;
  /** Never rejects. The log may have forgotten the delivery by then. */
  readonly ended: Promise<DeliveryRecord>;
}

/** One delivery on its way: its record so far, and the requests that its copies share. */
interface Journey {
  readonly order: DeliveryOrder;
  readonly requestOf: (attempt: number) => OutgoingRequest;
  record: DeliveryRecord;
}

/** Sends deliveries, tries again as each order's policy says, and tells the feed. It knows no platform. */
export class DeliveryEngine {
  readonly #options: EngineOptions;
  readonly #transport = new Transport();
  readonly #lanes = new Lanes();
  readonly #closing = new AbortController();
  /** What is on its way, by the delivery's id. */
  readonly #running = new Map<string, Promise<DeliveryRecord>>();

  constructor(options: EngineOptions) {
    this.#options = options;
  }

  /**
   * Queues deliveries that belong together.
   *
   * @param copyOf the delivery that these repeat on someone's request
   * @returns one for each, and for each copy that a fault makes
   */
  send(orders: readonly DeliveryOrder[], pace: Pace = 'in-turn', copyOf?: string): Sent[] {
    if (this.#closing.signal.aborted) throw new Error('The simulator is closed: start another one.');
    const reversed = orders.some((order) => order.faults.some((name) => faults[name].reversed === true));
    const inOrder = reversed ? orders.toReversed() : orders;
    return inOrder.flatMap((order) => this.#queue(order, pace, copyOf ?? null));
  }

  /** Resolves when no delivery is on its way any more. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values());
  }

  /** Gives up everything that is on its way. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.settled();
    await this.#transport.close();
  }

  #queue(order: DeliveryOrder, pace: Pace, copyOf: string | null): Sent[] {
    const copies = Math.max(1, ...order.faults.map((name) => faults[name].copies ?? 1));
    const { clock } = this.#options;
    const queuedAt = clock.now();
    const requestOf = remember(() => makeRequest(order, order.signOnce === true ? queuedAt : clock.now()));
    const first = this.#start({ order, requestOf }, pace, copyOf);
    const others = Array.from({ length: copies - 1 }, () =>
      this.#start({ order, requestOf }, pace, first.record.id),
    );
    return [first, ...others];
  }

  #start(parts: Omit<Journey, 'record'>, pace: Pace, copyOf: string | null): Sent {
    const { clock, feed, log } = this.#options;
    const { record } = log.open(parts.order, copyOf, clock.now());
    const journey: Journey = { ...parts, record };
    feed.publish({ type: 'delivery-queued', platform: record.platform, delivery: record });
    const name = `${record.platform} ${record.webhookId} ${record.url}`;
    const lane = pace === 'in-turn' ? this.#lanes.enter(name) : null;
    const ended = this.#run(journey, lane?.turn, lane?.leave).finally(() => this.#running.delete(record.id));
    this.#running.set(record.id, ended);
    return { record, ended };
  }

  async #run(journey: Journey, turn = Promise.resolve(), leave = () => {}): Promise<DeliveryRecord> {
    await turn;
    let pause: number | null = 0;
    for (let number = 1; pause !== null; number += 1) {
      if (number > 1) await this.#options.clock.pause(pause, this.#closing.signal);
      const closed = this.#closing.signal.aborted;
      const outcome =
        closed || !this.#isWanted(journey, number) ? null : await this.#attempt(journey, number);
      leave();
      if (outcome === null) break;
      pause = nextPause(
        journey.order.retry,
        outcome,
        { attempts: number, lastPause: number > 1 ? pause : null },
        this.#options.random,
      );
      this.#note(journey, outcome, pause);
    }
    return this.#settle(journey);
  }

  #isWanted({ order }: Journey, number: number): boolean {
    return number === 1 || order.isWanted === undefined || order.isWanted();
  }

  /** @returns null when the simulator was closed meanwhile */
  async #attempt(journey: Journey, number: number): Promise<AttemptOutcome | null> {
    const { clock, feed } = this.#options;
    const { platform, id } = journey.record;
    const outgoing = journey.requestOf(number);
    const request = showRequest(outgoing);
    feed.publish({ type: 'attempt-started', platform, deliveryId: id, attempt: number, request });
    const started = clock.now();
    const outcome = await this.#transport.send(outgoing, journey.order.retry.timeout, this.#closing.signal);
    if (outcome === null) return null;
    const startedAt = new Date(started).toISOString();
    const attempt = { startedAt, duration: clock.now() - started, request, outcome };
    journey.record = { ...journey.record, attempts: [...journey.record.attempts, attempt] };
    return outcome;
  }

  #note(journey: Journey, outcome: AttemptOutcome, pause: number | null): void {
    const { clock, feed, log } = this.#options;
    const next = pause === null ? null : new Date(clock.now() + clock.scale(pause)).toISOString();
    const ended = isDelivered(outcome) ? 'delivered' : 'failed';
    const state = pause === null ? ended : 'pending';
    journey.record = log.update({ ...journey.record, state, nextAttemptAt: next });
    feed.publish({ type: 'attempt-finished', platform: journey.record.platform, delivery: journey.record });
  }

  /** A delivery that ended without a last word either lost its webhook or was cut short by the simulator's end. */
  #settle(journey: Journey): DeliveryRecord {
    const { feed, log } = this.#options;
    if (journey.record.state === 'pending') {
      const state = this.#closing.signal.aborted ? 'pending' : 'failed';
      journey.record = log.update({ ...journey.record, state, nextAttemptAt: null });
    }
    feed.publish({ type: 'delivery-settled', platform: journey.record.platform, delivery: journey.record });
    return journey.record;
  }
}

/** Each attempt's request is made once, when it first goes out, so that a copy is identical. */
function remember(make: () => OutgoingRequest): (attempt: number) => OutgoingRequest {
  const made = new Map<number, OutgoingRequest>();
  return (attempt) => {
    const request = made.get(attempt) ?? make();
    made.set(attempt, request);
    return request;
  };
}
