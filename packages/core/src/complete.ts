import type { Connection } from './connection.ts';
import type { CareEvent } from './event.ts';
import { expand, type Expanded } from './expansion/run.ts';
import type { Client } from './http/client.ts';
import { parseBaseUrl } from './http/url.ts';
import { type Item, shapeItem } from './item.ts';
import type { Platform } from './platform.ts';
import type { Clock, Http, Log, Seen } from './ports.ts';

export interface CompleteOptions {
  readonly platform: Platform;
  readonly connection: Connection;
  /** Names of the relations to expand. */
  readonly relations: readonly string[];
  /** What a relation that cannot be fetched for now does: the item goes out without it, or the delivery fails. */
  readonly onFailure: 'keep' | 'fail';
  readonly output: 'full' | 'minimal';
  /** Milliseconds for all requests together. */
  readonly timeLimit: number;
  readonly http: Http;
  readonly clock: Clock;
  /** The memory of events that went out. Left out for a retry by a person, and for a manual run. */
  readonly seen?: Seen;
  readonly log?: Log;
}

/**
 * The second half of the pipeline: drops repeats, fetches what the events point to, and shapes the items.
 *
 * An event counts as seen only when its item goes out: after a failure its id is free again.
 *
 * @throws TriggerError when a relation cannot be fetched and `onFailure` is `fail`
 */
export async function complete(events: readonly CareEvent[], options: CompleteOptions): Promise<Item[]> {
  const distinct = [...new Map(events.map((event) => [event.id, event])).values()];
  const claimed = await options.seen?.claim(distinct.map((event) => event.id));
  const fresh = claimed === undefined ? distinct : distinct.filter((event) => claimed.has(event.id));
  try {
    const expanded = await expandAll(fresh, options);
    const environment = options.platform.api.environment(options.connection);
    const keep = options.output === 'minimal' ? options.platform.minimal : null;
    return expanded.map((one) => shapeItem(one, { environment, keep }));
  } catch (error) {
    // Should that fail too, the first error says more.
    await options.seen?.release(fresh.map((event) => event.id)).catch(() => undefined);
    throw error;
  }
}

async function expandAll(events: readonly CareEvent[], options: CompleteOptions): Promise<Expanded[]> {
  if (options.relations.length === 0 || events.length === 0) {
    return events.map((event) => ({ event, entity: event.entity, report: {} }));
  }
  return expand(events, options, clientOf(options));
}

/**
 * The client for one piece of work, whose time runs from now on.
 *
 * @throws TriggerError `base-url-invalid`
 */
export function clientOf({ platform, connection, http, clock, timeLimit }: CompleteOptions): Client {
  return {
    base: parseBaseUrl(platform.api.baseUrl(connection)),
    http,
    clock,
    deadline: clock.now() + timeLimit,
  };
}
