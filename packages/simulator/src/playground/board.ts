import type { DeliveryRecord } from '../delivery/record.ts';
import type { HostRun } from './run.ts';

/** A delivery as the page shows it. */
export interface Entry {
  readonly delivery: DeliveryRecord;
  /** One for each attempt that reached the hosts. */
  readonly runs: readonly HostRun[];
}

export type BoardChange = { readonly entry: Entry; readonly isNew: boolean };

const capacity = 30;

/** The deliveries on the page, newest first, and whoever watches them. */
export class Board {
  readonly #entries = new Map<string, Entry>();
  readonly #watchers = new Set<(change: BoardChange) => void>();

  list(): Entry[] {
    return [...this.#entries.values()].reverse();
  }

  watch(watcher: (change: BoardChange) => void): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  putDelivery(delivery: DeliveryRecord): void {
    this.#put({ delivery, runs: this.#entries.get(delivery.id)?.runs ?? [] });
  }

  putRun(run: HostRun): void {
    const entry = this.#entries.get(run.deliveryId);
    if (entry !== undefined) this.#put({ ...entry, runs: [...entry.runs, run] });
  }

  #put(entry: Entry): void {
    const isNew = !this.#entries.has(entry.delivery.id);
    this.#entries.set(entry.delivery.id, entry);
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > capacity && oldest.done !== true) this.#entries.delete(oldest.value);
    for (const watcher of this.#watchers) watcher({ entry, isNew });
  }
}
