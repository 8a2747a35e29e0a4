import { larkmereDiary } from '@carehooks/core';
import type { Feed } from '../../feed.ts';
import { Refusal } from '../../refusal.ts';
import { Collection } from '../../store/collection.ts';

export interface Hook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly paused: boolean;
  /** Never told. */
  readonly signing_key: string;
}

/** The hooks of a practice, one for each URL: https://developers.larkmere.example/webhooks/hooks */
export class Hooks {
  readonly #hooks = new Collection<Hook>();
  readonly #feed: Feed;
  #count = 0;

  constructor(feed: Feed) {
    this.#feed = feed;
  }

  list(): Hook[] {
    return this.#hooks.list();
  }

  /** @throws Refusal 404 */
  find(id: string): Hook {
    const hook = this.#hooks.get(id);
    if (hook === undefined) throw new Refusal(`There is no hook ${id}: list them first.`, 404);
    return hook;
  }

  /** @throws Refusal 409 */
  create(fields: Omit<Hook, 'id'>): Hook {
    if (this.list().some(({ url }) => url === fields.url)) throw new Refusal('This URL is taken.', 409);
    this.#count += 1;
    const hook = this.#hooks.put({ id: `hk_${this.#count}`, ...fields });
    this.#feed.publish({ type: 'webhook-created', platform: larkmereDiary.id, webhook: viewOf(hook) });
    return hook;
  }

  update(hook: Hook, changes: Partial<Hook>): Hook {
    return this.#hooks.put({ ...hook, ...changes });
  }

  remove(hook: Hook): void {
    this.#hooks.remove(hook.id);
    this.#feed.publish({ type: 'webhook-removed', platform: larkmereDiary.id, webhook: viewOf(hook) });
  }

  has(id: string): boolean {
    return this.#hooks.get(id) !== undefined;
  }

  /** Those that chose at least one of the events. */
  wanting(told: readonly string[]): Hook[] {
    return this.list().filter(
      ({ events, paused }) => !paused && told.some((event) => events.includes(event)),
    );
  }

  clear(): void {
    this.#hooks.reset();
  }
}

function viewOf({ id, url, events }: Hook) {
  return { id, url, events };
}
