import { type Choice, converse, eventChoices, TriggerError } from '@carehooks/core';
import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { hasCredential, readConnection } from '../credential/connection.ts';
import { clientFor } from './client.ts';
import { publishError } from './errors.ts';
import type { Trigger } from './trigger.ts';

type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

type List = NonNullable<Trigger['platform']['choices']>[string];

/** The lists that the platform's API tells, for drop-downs, by the names that the platform gives them. */
export function loadChoices(trigger: Trigger): Record<string, LoadOptions> {
  const choices = Object.entries(trigger.platform.choices ?? {});
  return Object.fromEntries(
    choices.map(([name, list]): [string, LoadOptions] => [
      name,
      async function load(this: ILoadOptionsFunctions) {
        try {
          const found = hasCredential(this, trigger.apiCredential)
            ? await ask(this, trigger, list)
            : knownWithoutAccount(name, trigger);
          return found.map(({ value, label }) => ({ name: label, value }));
        } catch (error) {
          throw publishError(this.getNode(), error);
        }
      },
    ]),
  );
}

async function ask(context: ILoadOptionsFunctions, trigger: Trigger, list: List): Promise<readonly Choice[]> {
  const connection = await readConnection(context, trigger);
  return converse(list(connection), clientFor(context, trigger, connection));
}

/** Events can be chosen before an account is connected; all else belongs to one. */
function knownWithoutAccount(name: string, { platform }: Trigger): Choice[] {
  if (name !== 'events') throw new TriggerError('connection-missing');
  return eventChoices(platform.events);
}
