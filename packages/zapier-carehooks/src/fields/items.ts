import type { Platform } from '@carehooks/core';
import type { PlainInputField } from 'zapier-platform-core';

/** What an item should hold. The same for every trigger. */
export function itemFields(platform: Platform): PlainInputField[] {
  const output: PlainInputField = {
    key: 'output',
    label: 'Output',
    type: 'string',
    choices: { full: 'Full: All Fields', minimal: 'Minimal: IDs, Status and Times Only' },
    default: 'full',
    required: false,
    helpText: 'Minimal keeps personal data out of the history of your Zap.',
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
      helpText: `Records to fetch and fill in. ${relations
        .map(([, { label, description }]) => `**${label}**: ${description}`)
        .join(' ')}`,
    },
    {
      key: 'on_failure',
      label: 'If a Record Cannot Be Fetched',
      type: 'string',
      choices: { keep: 'Go On Without It', fail: 'Stop With an Error' },
      default: 'keep',
      required: false,
      helpText: 'The fields under Trigger Expansion tell what happened to each record.',
    },
  ];
}
