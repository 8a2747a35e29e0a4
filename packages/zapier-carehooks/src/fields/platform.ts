import type { Platform } from '@carehooks/core';
import type { PlainInputField } from 'zapier-platform-core';
import { dynamicChoices } from '../triggers/names.ts';
import { toHelpText } from './help.ts';
import { toFieldKey } from './key.ts';
import { settingField } from './setting.ts';

/** What the platform itself lets a user set for a trigger. Read with the connection. */
export function parameterFields({ parameters = [] }: Platform): PlainInputField[] {
  return parameters.map((setting) => ({
    key: toFieldKey(setting.key),
    ...settingField(setting),
    helpText: toHelpText(setting.help),
  }));
}

/** Filters that the platform offers by name: from a list where the API has one, else with commas. */
export function namedFilterFields({ filters = [] }: Platform): PlainInputField[] {
  return filters.map(({ key, label, help, choices }) => ({
    key: toFieldKey(key),
    label,
    type: 'string',
    required: false,
    helpText: toHelpText(help),
    ...(choices === undefined ? {} : { list: true, dynamic: dynamicChoices(choices) }),
  }));
}

/** Name of the list of events, where a platform can tell one. */
const eventList = 'events';

/** Events to subscribe to that have no trigger of their own. */
export function customEventFields({ customEvents = false, choices = {} }: Platform): PlainInputField[] {
  if (!customEvents) return [];
  const listed = eventList in choices ? { dynamic: dynamicChoices(eventList) } : {};
  return [
    {
      key: 'custom_events',
      label: 'Custom Events',
      type: 'string',
      list: true,
      required: false,
      helpText: 'Further events that the webhook is made for, besides those that have a trigger here.',
      ...listed,
    },
  ];
}
