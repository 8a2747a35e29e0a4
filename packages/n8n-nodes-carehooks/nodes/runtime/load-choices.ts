import { converse } from '@carehooks/core';
import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { clientFor } from './client.ts';
import { readConnection } from './connection.ts';
import { publishError } from './errors.ts';
import type { Trigger } from './trigger.ts';

type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

/** The lists that the platform's API tells, for drop-downs, by the names that the platform gives them. */
export function loadChoices(trigger: Trigger): Record<string, LoadOptions> {
  const choices = Object.entries(trigger.platform.choices ?? {});
  return Object.fromEntries(
    choices.map(([name, list]): [string, LoadOptions] => [
      name,
      async function load(this: ILoadOptionsFunctions) {
        try {
          const connection = await readConnection(this, trigger);
          const found = await converse(list(connection), clientFor(this, trigger, connection));
          return found.map(({ value, label }) => ({ name: label, value }));
        } catch (error) {
          throw publishError(this.getNode(), error);
        }
      },
    ]),
  );
}
