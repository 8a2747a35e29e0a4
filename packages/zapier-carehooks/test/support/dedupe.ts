import type { Item } from '@carehooks/harness/zapier';

/**
 * Zapier's memory of polled items: what counts as the same is told by the output fields that are `primary`, else by
 * `id`, and only top-level values are compared.
 *
 * https://docs.zapier.com/platform/build/deduplication
 */
export class Dedupe {
  readonly #keys: readonly string[];
  readonly #seen = new Set<string>();

  constructor(outputFields: ReadonlyArray<{ readonly key: string; readonly primary?: boolean }>) {
    const primary = outputFields.filter((field) => field.primary === true).map(({ key }) => key);
    this.#keys = primary.length > 0 ? primary : ['id'];
  }

  /** The items that Zapier would run the Zap for. */
  take(items: readonly Item[]): Item[] {
    return items.filter((item) => {
      const identity = JSON.stringify(this.#keys.map((key) => item[key]));
      const fresh = !this.#seen.has(identity);
      this.#seen.add(identity);
      return fresh;
    });
  }
}
