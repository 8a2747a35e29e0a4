import type { Attempt, DeliveryRecord } from '../delivery/record.ts';
import type { Run } from './run.ts';

/** A delivery as the page shows it. */
export interface Entry {
  readonly delivery: DeliveryRecord;
  /** What the hosts made of each attempt that reached them, by its number. */
  readonly runs: ReadonlyMap<number, Run>;
  /** The delivery that came before it of the same click; null for the first, which is the one to look at. */
  readonly follows: string | null;
}

/** What happened to the board, with the entry as it is now. */
export type BoardChange =
  | { readonly kind: 'added'; readonly entry: Entry }
  | { readonly kind: 'attempted'; readonly entry: Entry; readonly attempts: readonly Attempt[] }
  | { readonly kind: 'ran'; readonly entry: Entry; readonly run: Run }
  | { readonly kind: 'settled'; readonly entry: Entry }
  /** The oldest made room. */
  | { readonly kind: 'removed'; readonly id: string }
  | { readonly kind: 'cleared' };

type Watcher = (change: BoardChange) => void;

const capacity = 100;

/** The deliveries on the page, and whoever watches them. */
export class Board {
  readonly #entries = new Map<string, Entry>();
  readonly #watchers = new Set<Watcher>();
  /** Another one after every change. It starts with the time, so that it differs after a restart. */
  #version = Date.now();
  /** Whether a click is under way, and the last delivery that it has added. */
  #isFiring = false;
  #lastFired: string | null = null;

  get version(): string {
    return String(this.#version);
  }

  has(delivery: string): boolean {
    return this.#entries.has(delivery);
  }

  /** The newest click first, and what came of it in its order. */
  list(): Entry[] {
    const clicks: Entry[][] = [];
    for (const entry of this.#entries.values()) {
      const click = clicks.find((one) => one.at(-1)?.delivery.id === entry.follows);
      if (click === undefined) clicks.push([entry]);
      else click.push(entry);
    }
    return clicks.reverse().flat();
  }

  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  /** The deliveries that are added meanwhile belong together. */
  together<Result>(fire: () => Result): Result {
    this.#isFiring = true;
    this.#lastFired = null;
    try {
      return fire();
    } finally {
      this.#isFiring = false;
    }
  }

  add(delivery: DeliveryRecord): void {
    const entry = { delivery, runs: new Map(), follows: this.#isFiring ? this.#lastFired : null };
    this.#lastFired = delivery.id;
    this.#entries.set(delivery.id, entry);
    this.#tell({ kind: 'added', entry });
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > capacity && oldest.done !== true) {
      this.#entries.delete(oldest.value);
      this.#tell({ kind: 'removed', id: oldest.value });
    }
  }

  /** Does nothing for a delivery that is not on the board any more. */
  update(delivery: DeliveryRecord): void {
    const before = this.#entries.get(delivery.id);
    if (before === undefined) return;
    const entry = this.#put({ ...before, delivery });
    const attempts = delivery.attempts.slice(before.delivery.attempts.length);
    this.#tell(attempts.length > 0 ? { kind: 'attempted', entry, attempts } : { kind: 'settled', entry });
  }

  /** Does nothing for a delivery that is not on the board any more. */
  putRun(run: Run): void {
    const before = this.#entries.get(run.deliveryId);
    if (before === undefined) return;
    const entry = this.#put({ ...before, runs: new Map([...before.runs, [run.attempt, run]]) });
    this.#tell({ kind: 'ran', entry, run });
  }

  clear(): void {
    this.#entries.clear();
    this.#tell({ kind: 'cleared' });
  }

  #put(entry: Entry): Entry {
    this.#entries.set(entry.delivery.id, entry);
    return entry;
  }

  #tell(change: BoardChange): void {
    this.#version += 1;
    for (const watcher of this.#watchers) watcher(change);
  }
}
