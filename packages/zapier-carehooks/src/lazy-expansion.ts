import { complete, type CompleteOptions, type Item, type Platform } from '@carehooks/core';
import type { Bundle, ZObject } from 'zapier-platform-core';
import { eventOf } from './item-event.ts';
import { pipelineOptions } from './pipeline.ts';
import { sealed, type Perform } from './sealed.ts';

/** Bytes of input that a pointer may hold. Zapier refuses more than 12,000 characters with its own names around them. */
const longestInput = 11_000;

/** Adds related records to a polled item, when Zapier comes to use it. */
export function createExpandChange(platform: Platform): Perform<Item> {
  return sealed(async (z, bundle) => {
    const item = bundle.inputData['item'] as Item;
    const [expanded] = await complete([eventOf(item)], pipelineOptions(z, bundle, platform));
    return expanded ?? item;
  });
}

/**
 * Has related records fetched once Zapier knows that an item is new, and not for every item of every poll. The marker
 * `$HOIST$` puts what comes then at the top level of the item. Items too large for a pointer are expanded at once.
 *
 * The pointer holds the item as the user wants it and no more, since Zapier keeps both.
 *
 * https://docs.zapier.com/platform/reference/cli-docs#dehydration
 *
 * @param items with nothing expanded
 */
export async function expandLater(
  items: readonly Item[],
  expandChange: Perform<Item>,
  options: CompleteOptions,
  z: ZObject,
  { inputData }: Bundle,
): Promise<Item[]> {
  const inputOf = (item: Item) => ({ ...inputData, item });
  const large = items.filter((item) => Buffer.byteLength(JSON.stringify(inputOf(item))) > longestInput);
  const expanded = await complete(large.map(eventOf), options);
  return items.map((item) => {
    if (!large.includes(item)) return { ...item, $HOIST$: z.dehydrate(expandChange, inputOf(item)) };
    return expanded.find(({ trigger }) => trigger.id === item.trigger.id) ?? item;
  });
}
