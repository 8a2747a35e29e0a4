import type { SimulatorClock } from '../../clock.ts';
import type { Sent } from '../../delivery/engine.ts';
import type { DeliveryOrder } from '../../delivery/order.ts';

/** When a batch goes out: some seconds after its first event, or as soon as it is full. */
export interface BatchRule {
  /** What may go together has the same key. */
  readonly key: string;
  readonly wait: number;
  /** 0 for no limit. */
  readonly limit: number;
}

type Send = (order: DeliveryOrder) => Sent[];

interface OpenBatch {
  readonly orders: DeliveryOrder[];
  readonly sent: Promise<readonly Sent[]>;
  readonly close: () => void;
}

/** Holds events back until their batch goes out: a list in one delivery. https://usehalo.com/guides/838 */
export class Batches {
  readonly #open = new Map<string, OpenBatch>();
  readonly #clock: SimulatorClock;
  readonly #closing: AbortSignal;
  readonly #send: Send;

  constructor(clock: SimulatorClock, closing: AbortSignal, send: Send) {
    this.#clock = clock;
    this.#closing = closing;
    this.#send = send;
  }

  /** @returns the delivery, once the batch went out */
  add(order: DeliveryOrder, rule: BatchRule): Promise<readonly Sent[]> {
    const batch = this.#open.get(rule.key) ?? this.#start(rule);
    batch.orders.push(order);
    if (rule.limit > 0 && batch.orders.length >= rule.limit) batch.close();
    return batch.sent;
  }

  /** Forgets what waits. */
  clear(): void {
    const waiting = [...this.#open.values()];
    this.#open.clear();
    for (const { orders, close } of waiting) {
      orders.length = 0;
      close();
    }
  }

  #start({ key, wait }: BatchRule): OpenBatch {
    const orders: DeliveryOrder[] = [];
    const full = new AbortController();
    const ended = AbortSignal.any([full.signal, this.#closing]);
    const sent = this.#clock.pause(wait, ended).then(() => {
      this.#forget(key, orders);
      const [first] = orders;
      return first === undefined || this.#closing.aborted ? [] : this.#send(join(first, orders));
    });
    const close = () => {
      // At once, so that the next event begins another batch.
      this.#forget(key, orders);
      full.abort();
    };
    const batch: OpenBatch = { orders, sent, close };
    this.#open.set(key, batch);
    return batch;
  }

  #forget(key: string, orders: readonly DeliveryOrder[]): void {
    if (this.#open.get(key)?.orders === orders) this.#open.delete(key);
  }
}

/** One delivery for each webhook, of everything that goes to it. */
export function joinByWebhook(orders: readonly DeliveryOrder[]): DeliveryOrder[] {
  const webhooks = [...new Set(orders.map(({ webhookId }) => webhookId))];
  return webhooks.flatMap((id) => {
    const own = orders.filter(({ webhookId }) => webhookId === id);
    return own[0] === undefined ? [] : [join(own[0], own)];
  });
}

/** One delivery that tells of all of them. */
function join(first: DeliveryOrder, orders: readonly DeliveryOrder[]): DeliveryOrder {
  const parts = orders.map(({ body }) => partsOf(Buffer.from(body).toString()));
  return {
    ...first,
    events: orders.flatMap(({ events }) => events),
    body: Buffer.from(`[${parts.join(',')}]`),
    faults: [...new Set(orders.flatMap(({ faults }) => faults))],
  };
}

/** The text as it goes into a list; a recorded batch is a list itself. */
function partsOf(text: string): string {
  return /^\s*\[(?<parts>.*)\]\s*$/s.exec(text)?.groups?.['parts'] ?? text;
}
