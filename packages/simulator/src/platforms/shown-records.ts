import type { FeedWebhook } from '../feed.ts';
import type { Collection } from '../store/collection.ts';

/** What a platform holds, for people to look at. Secrets are left out. */
export interface ShownRecords {
  readonly webhooks: readonly ShownWebhook[];
  readonly collections: readonly ShownCollection[];
}

export interface ShownWebhook extends FeedWebhook {
  readonly enabled: boolean;
  /** The set of records that it tells of, such as `Test Mode`; null where there is one set only. */
  readonly scope: string | null;
}

export interface ShownCollection {
  /** As in the feed, e.g. `appointments`. */
  readonly name: string;
  readonly label: string;
  readonly scope: string | null;
  readonly records: readonly ShownRecord[];
}

export interface ShownRecord {
  readonly id: string;
  /** A few words by which a person knows it, such as a name. */
  readonly summary: string;
  readonly record: object;
}

/** The collection with its records in words. */
export function showCollection<Entry extends { readonly id: string }>(
  collection: Collection<Entry>,
  about: Pick<ShownCollection, 'name' | 'label' | 'scope'>,
  describe: (entry: Entry) => { readonly summary: string; readonly record: object },
): ShownCollection {
  return { ...about, records: collection.list().map((entry) => ({ id: entry.id, ...describe(entry) })) };
}
