import type { Platform } from '@carehooks/core';
import type { INodePropertyOptions } from 'n8n-workflow';

/** Value of the option "Any Event" of every trigger. */
export const anyEvent = '*';

/**
 * The events of a platform to choose from, in the core's words and in n8n's way: by name, without full stops.
 *
 * @param any what "Any Event" stands for
 */
export function eventOptions({ events }: Platform, any: string): INodePropertyOptions[] {
  const options = events.map(({ type, label, description }) => ({
    name: label,
    value: type,
    description: withoutStop(description.replace(/^Triggers when/, 'When')),
  }));
  return [{ name: 'Any Event', value: anyEvent, description: any }, ...byName(options)];
}

/** The related records of a platform to choose from. */
export function relationOptions({ relations }: Platform): INodePropertyOptions[] {
  return byName(
    Object.entries(relations).map(([value, { label, description }]) => ({
      name: label,
      value,
      description: withoutStop(description),
    })),
  );
}

function byName(options: INodePropertyOptions[]): INodePropertyOptions[] {
  return options.sort((left, right) => left.name.localeCompare(right.name, 'en'));
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
