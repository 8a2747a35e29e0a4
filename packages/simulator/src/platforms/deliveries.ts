import type { FaultName } from '../delivery/fault.ts';
import type { Pace } from '../delivery/order.ts';
import type { DeliveryRecord } from '../delivery/record.ts';
import { type Firing, firingOf } from './fire.ts';
import type { PlatformContext } from './platform.ts';

export interface DeliveryFilter {
  readonly webhookId?: string;
  readonly event?: string;
  readonly state?: DeliveryRecord['state'];
}

export interface ResendOptions {
  readonly faults?: readonly FaultName[];
  readonly pace?: Pace;
}

/** What one platform has delivered. */
export class Deliveries {
  readonly #platform: string;
  readonly #context: PlatformContext;

  constructor(platform: string, context: PlatformContext) {
    this.#platform = platform;
    this.#context = context;
  }

  /** Oldest first. */
  list({ webhookId, event, state }: DeliveryFilter = {}): DeliveryRecord[] {
    return this.#context.log
      .list(this.#platform)
      .map(({ record }) => record)
      .filter((record) => webhookId === undefined || record.webhookId === webhookId)
      .filter((record) => event === undefined || record.events.includes(event))
      .filter((record) => state === undefined || record.state === state);
  }

  /** @throws Refusal when there is none */
  get(id: string): DeliveryRecord {
    return this.#context.log.get(this.#platform, id).record;
  }

  /**
   * Sends the same body again, newly signed, without the faults of the first time.
   *
   * @throws Refusal when there is no such delivery
   */
  resend(id: string, { faults = [], pace }: ResendOptions = {}): Firing {
    const { order } = this.#context.log.get(this.#platform, id);
    return firingOf(this.#context.engine.send([{ ...order, faults }], pace, id));
  }

  /** Forgets them; those on their way still arrive. */
  clear(): void {
    this.#context.log.clear(this.#platform);
  }
}
