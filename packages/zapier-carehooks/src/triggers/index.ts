import type { Item } from '@carehooks/core';
import type { Trigger } from 'zapier-platform-core';
import type { AppDefinition } from '../app.ts';
import type { Perform } from '../sealed.ts';
import { choiceListTrigger } from './choice-list.ts';
import type { HookSubject } from './hook.ts';
import { toKey } from './names.ts';
import { pollingTrigger } from './polling.ts';
import { restHookTrigger } from './rest-hook.ts';
import { staticHookTrigger } from './static-hook.ts';

const anyEvent: HookSubject = {
  key: 'any_event',
  type: null,
  noun: 'Event',
  label: 'Any Event',
  description: 'Triggers when any event is received from a webhook.',
};

/** For those who may not use the platform's API for webhooks: a person with more rights makes one for them. */
const anyEventByHand: HookSubject = {
  ...anyEvent,
  key: 'any_event_by_hand',
  label: 'Any Event, Webhook Made by Hand',
  description: 'Triggers when any event is received from a webhook that was made by hand.',
};

/**
 * One trigger for each event, one for all of them, one that polls where the API can tell what changed, and hidden ones
 * for drop-downs.
 */
export function createTriggers(app: AppDefinition, expandChange: Perform<Item>): Record<string, Trigger> {
  const lists = Object.entries(app.platform.choices ?? {});
  const triggers = [
    ...hookTriggers(app),
    ...pollingTriggers(app, expandChange),
    ...lists.map(([name, list]) => choiceListTrigger(name, list, app)),
  ];
  return Object.fromEntries(triggers.map((trigger) => [trigger.key, trigger]));
}

function hookTriggers(app: AppDefinition): Trigger[] {
  const { events, subscription } = app.platform;
  const subjects = [...events.map((event) => ({ ...event, key: toKey(event.type) })), anyEvent];
  if (subscription.mode === 'manual') {
    return subjects.map((subject) => staticHookTrigger(subject, subscription, app));
  }
  const triggers = subjects.map((subject) => restHookTrigger(subject, subscription, app));
  const { manual } = subscription;
  return manual === undefined ? triggers : [...triggers, staticHookTrigger(anyEventByHand, manual, app)];
}

function pollingTriggers(app: AppDefinition, expandChange: Perform<Item>): Trigger[] {
  const { events, changes } = app.platform;
  if (changes === undefined) return [];
  const noun = events.find(({ type }) => type === changes.event)?.noun ?? 'Record';
  return [pollingTrigger(app, noun, expandChange)];
}
