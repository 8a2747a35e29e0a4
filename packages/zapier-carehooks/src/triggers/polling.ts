import { changedItems, type Item, type Platform, withTimeLeft } from '@carehooks/core';
import type { Trigger } from 'zapier-platform-core';
import type { AppDefinition } from '../app.ts';
import { clock } from '../clock.ts';
import { itemFields } from '../fields/items.ts';
import { parameterFields } from '../fields/platform.ts';
import { lookBackField } from '../fields/polling.ts';
import { expandLater } from '../lazy-expansion.ts';
import { pipelineOptions } from '../pipeline.ts';
import { sealed, type Perform } from '../sealed.ts';
import { readSettings } from '../settings.ts';
import { toKey } from './names.ts';

const hour = 3_600_000;

/** Zapier's types want ids to be text. They stay what the platform sends: Zapier compares numbers as well. */
type PolledItem = Item & { id: string };

/**
 * A trigger that asks the API what changed. Zapier drops what it has seen by the output fields that are `primary`.
 *
 * https://docs.zapier.com/platform/build/deduplication
 */
export function pollingTrigger(app: AppDefinition, noun: string, expandChange: Perform<Item>): Trigger {
  const { platform, outputFields, samples } = app;
  const key = `updated_${toKey(noun)}`;
  return {
    key,
    noun,
    display: {
      label: `Updated ${noun}`,
      description: `Triggers when any ${noun.toLowerCase()} is created or changed, found by asking the API instead of by a webhook.`,
    },
    operation: {
      type: 'polling',
      perform: poll(platform, expandChange),
      inputFields: [...itemFields(platform), ...parameterFields(platform), lookBackField],
      outputFields: [...outputFields],
      sample: samples[key] ?? {},
    },
  };
}

function poll(platform: Platform, expandChange: Perform<Item>): Perform<PolledItem[]> {
  return sealed(async (z, bundle) => {
    const { lookBackHours } = readSettings(bundle.inputData);
    const options = pipelineOptions(z, bundle, platform);
    const started = clock.now();
    const since = new Date(started - lookBackHours * hour).toISOString();
    const items = await changedItems(since, { ...options, relations: [] });
    if (options.relations.length === 0) return items as PolledItem[];
    const rest = withTimeLeft(options, started);
    return (await expandLater(items, expandChange, rest, z, bundle)) as PolledItem[];
  });
}
