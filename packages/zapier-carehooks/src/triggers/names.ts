import { toFieldKey } from '../fields/key.ts';

/**
 * The key of a trigger, e.g. `appointment_created`. It has to start with a letter:
 * https://github.com/zapier/zapier-platform/blob/main/packages/schema/docs/build/schema.md#keyschema
 */
export function toKey(name: string): string {
  const key = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^[a-z]/.test(key) ? key : `event_${key}`;
}

/** The key of the hidden trigger behind a drop-down. */
export function choiceListKey(choices: string): string {
  return `list_${toFieldKey(choices)}`;
}

/**
 * What a field says to be filled from that trigger: its key, then the fields for value and label.
 *
 * https://docs.zapier.com/integrations/build-cli/dynamic-dropdowns
 */
export function dynamicChoices(choices: string): string {
  return `${choiceListKey(choices)}.id.name`;
}
