import type { Platform } from '@carehooks/core';
import type { PlainInputField } from 'zapier-platform-core';

/** What an item should hold. The same for every trigger. */
export function itemFields(platform: Platform): PlainInputField[] {
  const output: PlainInputField = {
    key: 'output',
    label: 'Output',
    type: 'string',
    choices: { full: 'All Fields', minimal: 'IDs, Statuses and Times Only' },
    default: 'full',
    required: false,
    helpText: 'The short form keeps personal data out of the history of your Zap.',
  };
  return Object.keys(platform.relations).length === 0 ? [output] : [...expansionFields(platform), output];
}

function expansionFields(platform: Platform): PlainInputField[] {
  const relations = Object.entries(platform.relations);
  return [
    {
      key: 'expand',
      label: 'Related Records',
      type: 'string',
      list: true,
      choices: Object.fromEntries(relations.map(([name, { label }]) => [name, label])),
      required: false,
      helpText: `Fetched with the connection's API key and added to the fields of the trigger. ${relations
        .map(([, { label, description }]) => `**${label}**: ${description}`)
        .join(' ')}`,
    },
    {
      key: 'on_failure',
      label: 'When a Related Record Cannot Be Fetched',
      type: 'string',
      choices: { keep: 'Run Without It', fail: 'Stop With an Error' },
      default: 'keep',
      required: false,
      helpText: 'The fields under Trigger Expansion tell what happened to each record.',
    },
  ];
}
