import type { Item } from '@carehooks/core';
import type { Trigger } from 'zapier-platform-core';
import type { AppDefinition } from '../app.ts';
import type { Work } from '../sealed.ts';
import { toKey } from './names.ts';
import { pollingTrigger } from './polling.ts';
import { type HookSubject, staticHookTrigger } from './static-hook.ts';

const anyEvent: HookSubject = {
  key: 'any_event',
  type: null,
  noun: 'Event',
  label: 'Any Event',
  description: 'Triggers when any event is received from a webhook.',
};

/** One trigger for each event, one for all of them, and one that polls where the API can tell what changed. */
export function createTriggers(app: AppDefinition, expandChange: Work<Item>): Record<string, Trigger> {
  const { events, changes } = app.platform;
  const subjects = [...events.map((event) => ({ ...event, key: toKey(event.type) })), anyEvent];
  const triggers = subjects.map((subject) => staticHookTrigger(subject, app));
  if (changes !== undefined) {
    const noun = events.find(({ type }) => type === changes.event)?.noun ?? 'Record';
    triggers.push(pollingTrigger(app, noun, expandChange));
  }
  return Object.fromEntries(triggers.map((trigger) => [trigger.key, trigger]));
}
