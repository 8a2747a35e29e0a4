import type { PlainInputField } from 'zapier-platform-core';
import type { AppDefinition } from '../app.ts';
import { itemFields } from '../fields/items.ts';
import { namedFilterFields, parameterFields } from '../fields/platform.ts';
import { advancedFields, fieldGroups, type WebhookMaker } from '../fields/webhook.ts';
import { loadSamples } from './samples.ts';

/** What a hook trigger is for: one event, or any where `type` is null. */
export interface HookSubject {
  readonly key: string;
  readonly type: string | null;
  readonly noun: string;
  readonly label: string;
  readonly description: string;
}

/** The sample of a trigger for any event, among those by key. */
const anySample = 'any_event';

/**
 * What all hook triggers have in common. The fields go from what starts the Zap to what it starts with.
 *
 * @param own fields that come before all others
 */
export function hookTrigger(
  { key, type, noun, label, description }: HookSubject,
  { platform, outputFields, samples }: AppDefinition,
  { maker, own }: { readonly maker: WebhookMaker; readonly own: readonly PlainInputField[] },
) {
  return {
    key,
    noun,
    display: { label, description },
    operation: {
      type: 'hook' as const,
      performList: loadSamples(platform, type),
      inputFields: [
        ...own,
        ...namedFilterFields(platform),
        ...itemFields(platform),
        ...parameterFields(platform),
        ...advancedFields(platform, maker),
      ],
      inputFieldGroups: fieldGroups,
      outputFields: [...outputFields],
      sample: samples[type === null ? anySample : key] ?? {},
    },
  };
}
