import { setTimeout as delay } from 'node:timers/promises';
import type { DeliveryRecord, FaultName, Simulator } from '@carehooks/simulator';
import type { Manner, PlannedEvent } from './plan.ts';
import type { SentEvent } from './reckoning.ts';
import type { Stream } from './streams.ts';

/** How those forge who do not know the secret. */
const forgeries: readonly FaultName[] = ['forged', 'unsigned', 'wrong-secret'];

/** Milliseconds between the first delivery of an event and its repeat, when it comes later. */
const laterMs = 4_000;

/** An event that is on its way, by the ids of its deliveries. */
interface Journey {
  readonly subject: string;
  readonly platform: string;
  readonly manner: Manner;
  readonly deliveries: string[];
}

/** Has the simulated platforms send a plan, each with its own rules for trying again, and notes the outcome. */
export class Sender {
  readonly #simulator: Simulator;
  readonly #streams: readonly Stream[];
  readonly #journeys: Journey[] = [];
  /** Ids of deliveries that were answered with 2xx. The simulator's own log forgets the oldest. */
  readonly #accepted = new Set<string>();

  constructor(simulator: Simulator, streams: readonly Stream[]) {
    this.#simulator = simulator;
    this.#streams = streams;
    simulator.feed.subscribe((event) => {
      if (event.type === 'delivery-settled' && wasAccepted(event.delivery)) {
        this.#accepted.add(event.delivery.id);
      }
    });
  }

  /**
   * Sends each event at its time.
   *
   * @param onSent told after each event, how many have been sent
   */
  async send(events: readonly PlannedEvent[], onSent: (count: number) => void): Promise<void> {
    const startedAt = Date.now();
    const later: Array<Promise<void>> = [];
    for (const [index, event] of events.entries()) {
      await delay(Math.max(0, startedAt + event.at - Date.now()));
      const repeat = this.#fire(event);
      if (event.manner === 'again-later') later.push(delay(laterMs).then(repeat));
      onSent(index + 1);
    }
    await Promise.all(later);
    await this.#simulator.settled();
  }

  /** What was sent, and what the platforms saw of it. */
  outcome(): SentEvent[] {
    return this.#journeys.map(({ subject, platform, manner, deliveries }) => ({
      ...{ subject, platform, manner },
      deliveries: deliveries.length,
      accepted: deliveries.filter((id) => this.#accepted.has(id)).length,
    }));
  }

  /** @returns a function that sends the same event once more, newly signed */
  #fire({ platform: index, number, manner }: PlannedEvent): () => void {
    const stream = this.#streams[index];
    if (stream === undefined) throw new Error(`The plan has a platform ${index} that is not there.`);
    const platform = stream.platform(this.#simulator);
    const subject = `${platform.id}-${String(number).padStart(5, '0')}`;
    const recorded = this.#simulator.fixtures.read(platform.id, stream.event);
    const body = Buffer.from(JSON.stringify(stream.bodyAbout(JSON.parse(text(recorded)), subject)));
    const journey: Journey = { subject, platform: platform.id, manner, deliveries: [] };
    this.#journeys.push(journey);
    const send = (faults: FaultName[]) => {
      const { deliveries } = platform.fire(stream.event, { body, faults, pace: 'at-once' });
      journey.deliveries.push(...deliveries.map(({ id }) => id));
    };
    send(faultsOf(manner, number));
    return () => send([]);
  }
}

function faultsOf(manner: PlannedEvent['manner'], number: number): FaultName[] {
  if (manner === 'twice-at-once') return ['duplicate'];
  if (manner !== 'forged') return [];
  return forgeries.slice(number % forgeries.length).slice(0, 1);
}

function wasAccepted({ attempts }: DeliveryRecord): boolean {
  return attempts.some(
    ({ outcome }) => outcome.kind === 'answered' && outcome.status >= 200 && outcome.status < 300,
  );
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString();
}
