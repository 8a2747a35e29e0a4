import { Refusal } from '../refusal.ts';
import { Collection } from '../store/collection.ts';
import type { DeliveryOrder } from './order.ts';
import type { DeliveryRecord } from './record.ts';

/** Deliveries that are remembered; the oldest go first. */
const capacity = 2_000;

export interface LoggedDelivery {
  readonly id: string;
  readonly order: DeliveryOrder;
  readonly record: DeliveryRecord;
}

/** All deliveries with what became of them, oldest first. */
export class DeliveryLog {
  readonly #deliveries = new Collection<LoggedDelivery>([], capacity);
  #count = 0;

  open(order: DeliveryOrder, copyOf: string | null, now: number): LoggedDelivery {
    this.#count += 1;
    const id = `dlv_${String(this.#count).padStart(6, '0')}`;
    const { platform, webhookId, events, url, faults } = order;
    const record: DeliveryRecord = {
      ...{ id, platform, webhookId, events, url, faults, copyOf },
      queuedAt: new Date(now).toISOString(),
      state: 'pending',
      attempts: [],
      nextAttemptAt: new Date(now).toISOString(),
    };
    return this.#deliveries.put({ id, order, record });
  }

  /** Does nothing for a delivery that was cleared away while it was on its way. */
  update(record: DeliveryRecord): DeliveryRecord {
    const entry = this.#deliveries.get(record.id);
    if (entry !== undefined) this.#deliveries.put({ ...entry, record });
    return record;
  }

  list(platform: string): LoggedDelivery[] {
    return this.#deliveries.list().filter(({ record }) => record.platform === platform);
  }

  /** @throws Refusal when there is none */
  get(platform: string, id: string): LoggedDelivery {
    const entry = this.#deliveries.get(id);
    if (entry?.record.platform !== platform) {
      throw new Refusal(`There is no delivery "${id}". List the deliveries to see which there are.`, 404);
    }
    return entry;
  }

  clear(platform: string): void {
    this.#deliveries.reset(this.#deliveries.list().filter(({ record }) => record.platform !== platform));
  }
}
