/** Records in memory by id, in the order in which they came. */
export class Collection<Entry extends { readonly id: string }> {
  readonly #entries = new Map<string, Entry>();
  readonly #capacity: number;

  /** @param capacity the oldest entry goes when there are more */
  constructor(entries: Iterable<Entry> = [], capacity = Number.POSITIVE_INFINITY) {
    this.#capacity = capacity;
    for (const entry of entries) this.put(entry);
  }

  get size(): number {
    return this.#entries.size;
  }

  get(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  list(): Entry[] {
    return [...this.#entries.values()];
  }

  /** Adds the entry, or replaces the one with its id in its place. */
  put(entry: Entry): Entry {
    this.#entries.set(entry.id, entry);
    if (this.#entries.size > this.#capacity) {
      const oldest = this.#entries.keys().next();
      if (oldest.done !== true) this.#entries.delete(oldest.value);
    }
    return entry;
  }

  /** @returns false when there was no such entry */
  remove(id: string): boolean {
    return this.#entries.delete(id);
  }

  /** Replaces everything, so that whoever holds the collection sees the new entries. */
  reset(entries: Iterable<Entry> = []): void {
    this.#entries.clear();
    for (const entry of entries) this.put(entry);
  }
}

/** Puts fresh entries into every collection, so that whoever holds one sees them. */
export function resetAll<Data extends { readonly [Name in keyof Data]: Collection<{ readonly id: string }> }>(
  data: Data,
  fresh: Data,
): void {
  for (const name of Object.keys(fresh) as Array<keyof Data>) data[name].reset(fresh[name].list());
}
