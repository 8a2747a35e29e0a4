import type { Platform } from '@carehooks/core';
import type { INodeProperties } from 'n8n-workflow';
import { relationOptions } from './option-lists.ts';

/** Parameters that every trigger has, in the same words. */

/** @param description where it differs from what deliveries mostly are */
export function relatedRecords(
  platform: Platform,
  description = 'Records to fetch and fill in. Deliveries only hold their IDs.',
): INodeProperties {
  return {
    displayName: 'Related Records',
    name: 'expand',
    type: 'multiOptions',
    default: [],
    description,
    options: relationOptions(platform),
  };
}

/** @param full what the full output holds, e.g. `All fields of the appointment` */
export function output(full: string): INodeProperties {
  return {
    displayName: 'Output',
    name: 'output',
    type: 'options',
    default: 'full',
    options: [
      { name: 'Full', value: 'full', description: full },
      {
        name: 'Minimal',
        value: 'minimal',
        description: 'IDs, status and times only, so that no personal data goes through the workflow',
      },
    ],
  };
}

export const acceptUnsigned: INodeProperties = {
  displayName: 'Accept Unsigned Deliveries',
  name: 'acceptUnsigned',
  type: 'boolean',
  default: false,
  description:
    'Whether to take deliveries where no webhook secret is set. Anyone who learns the URL can then start the workflow.',
};

/** An example of a field, and of the values that it may have. */
interface FilterExample {
  readonly field: string;
  readonly values: string;
}

/** @param noun what has the fields, e.g. `appointment` */
export function fieldFilters(noun: string, example: FilterExample): INodeProperties {
  return {
    displayName: 'Field Filters',
    name: 'filters',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true },
    placeholder: 'Add filter',
    default: {},
    description: `Conditions that the ${noun} must meet, checked before anything is fetched`,
    options: [{ displayName: 'Field', name: 'field', values: filterRow(example) }],
  };
}

function filterRow({ field, values }: FilterExample): INodeProperties[] {
  return [
    {
      displayName: 'Field',
      name: 'field',
      type: 'string',
      default: '',
      placeholder: `e.g. ${field}`,
      description: 'Name of the field, with dots for inner fields',
    },
    {
      displayName: 'Operator',
      name: 'operator',
      type: 'options',
      default: 'is',
      options: [
        { name: 'Is', value: 'is' },
        { name: 'Is Not', value: 'isNot' },
      ],
    },
    {
      displayName: 'Values',
      name: 'values',
      type: 'string',
      default: '',
      placeholder: `e.g. ${values}`,
      description: 'One value, or several with commas between them',
    },
  ];
}

export const onFailure: INodeProperties = {
  displayName: 'If a Record Cannot Be Fetched',
  name: 'onFailure',
  type: 'options',
  default: 'keep',
  options: [
    {
      name: 'Go On Without It',
      value: 'keep',
      description: 'The item goes out, and trigger.expansion says what is missing and why',
    },
    {
      name: 'Fail the Execution',
      value: 'fail',
      description: 'The execution shows the error and can be retried',
    },
  ],
};

export const deadline: INodeProperties = {
  displayName: 'Fetch Timeout in Seconds',
  name: 'deadline',
  type: 'number',
  default: 10,
  typeOptions: { minValue: 1, maxValue: 120 },
  description: 'How long fetching all related records may take together. What is fetched by then is kept.',
};

const anyAge = "How old a delivery may be, or how far ahead of this server's clock. 0 accepts any age.";

/** @param description where the platform has more to say */
export function replayWindow(description = anyAge): INodeProperties {
  return {
    displayName: 'Replay Window in Seconds',
    name: 'replayWindow',
    type: 'number',
    default: 300,
    typeOptions: { minValue: 0, maxValue: 86400 },
    description,
  };
}
