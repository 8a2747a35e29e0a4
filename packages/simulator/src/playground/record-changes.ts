import type { FeedEvent } from '../feed.ts';

/** Milliseconds for which changes are gathered: a batch asks the API many times at once. */
const gathering = 150;

const types: ReadonlySet<FeedEvent['type']> = new Set([
  'api-request',
  'record-changed',
  'webhook-created',
  'webhook-removed',
]);

type Watcher = (events: readonly FeedEvent[]) => void;

/** What changes in the records of a platform, told a moment later and all together. */
export class RecordChanges {
  readonly #watchers = new Set<Watcher>();
  #gathered: FeedEvent[] = [];
  /** Another one after every change. It starts with the time, so that it differs after a restart. */
  #version = Date.now();

  get version(): string {
    return String(this.#version);
  }

  /** Does nothing for what happens elsewhere than in the records. */
  notice(event: FeedEvent): void {
    if (!types.has(event.type)) return;
    this.#version += 1;
    if (this.#gathered.length === 0) setTimeout(() => this.#tell(), gathering);
    this.#gathered.push(event);
  }

  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  #tell(): void {
    const events = this.#gathered;
    this.#gathered = [];
    for (const watcher of this.#watchers) watcher(events);
  }
}
