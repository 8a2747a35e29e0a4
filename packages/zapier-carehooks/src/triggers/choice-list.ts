import { type Choice, type Connection, converse, type Exchange } from '@carehooks/core';
import type { Trigger } from 'zapier-platform-core';
import type { AppDefinition } from '../app.ts';
import { clientFor } from '../client.ts';
import { connectionOf } from '../connection.ts';
import { sealed } from '../sealed.ts';
import { choiceListKey } from './names.ts';

type ChoiceList = (connection: Connection) => Exchange<readonly Choice[]>;

/**
 * A trigger that nobody sees and that fills a drop-down. Zapier also takes a function in the field itself; a trigger
 * serves the fields of all triggers, and is the way that Zapier's own documentation describes.
 *
 * https://docs.zapier.com/integrations/build-cli/dynamic-dropdowns
 */
export function choiceListTrigger(name: string, list: ChoiceList, { platform }: AppDefinition): Trigger {
  return {
    key: choiceListKey(name),
    noun: 'Choice',
    display: {
      label: `Choices of ${platform.name}`,
      description: 'Triggers when a drop-down is opened.',
      hidden: true,
    },
    operation: {
      type: 'polling',
      perform: sealed(async (z, bundle) => {
        const connection = connectionOf(bundle, platform);
        const choices = await converse(list(connection), clientFor(z, platform, connection));
        return choices.map(({ value, label }) => ({ id: value, name: label }));
      }),
      sample: { id: '1', name: 'First Choice' },
    },
  };
}
