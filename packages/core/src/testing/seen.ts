import type { Seen } from '../ports.ts';

export interface MemorySeen extends Seen {
  /** The ids that count as seen now. */
  readonly ids: ReadonlySet<string>;
}

/** A memory of events that lasts as long as the object. */
export function memorySeen(): MemorySeen {
  const ids = new Set<string>();
  return {
    ids,
    async claim(claimed) {
      const fresh = new Set(claimed.filter((id) => !ids.has(id)));
      for (const id of fresh) ids.add(id);
      return fresh;
    },
    async release(released) {
      for (const id of released) ids.delete(id);
    },
  };
}
