import { readNumbered } from './choices.ts';
import { type Delivery, headerOf } from './delivery.ts';
import type { UnwrappedEvent } from './envelope.ts';
import type { CareEvent } from './event.ts';

export type EventName = Pick<CareEvent, 'type' | 'typeFrom'>;

export interface NamingOptions {
  readonly events?: readonly string[];
  readonly eventHeader?: string;
}

/** Query parameter of the target URL that names the event, for one webhook per event: `…?event=appointment.created`. */
const urlParameter = 'event';

const longestName = 100;

/** Finds the event's name, best source first. Only a name in the body is signed; the others are how the user set it up. */
export function nameEvent(unwrapped: UnwrappedEvent, delivery: Delivery, options: NamingOptions): EventName {
  const { events = [], eventHeader } = options;
  const fromHeader = eventHeader === undefined ? undefined : usable(headerOf(delivery, eventHeader));
  if (fromHeader !== undefined) return { type: fromHeader, typeFrom: 'header' };
  if (unwrapped.type != null) return { type: unwrapped.type, typeFrom: unwrapped.typeFrom ?? 'body' };
  const fromUrl = usable(delivery.query[urlParameter]);
  if (fromUrl !== undefined) return { type: fromUrl, typeFrom: 'url' };
  const [only, ...others] = events;
  if (only !== undefined && others.length === 0) {
    return { type: readNumbered(only).name, typeFrom: 'declared' };
  }
  return derive(unwrapped.possible ?? [], events);
}

/** The likeliest event that the entity's state allows and the user wants; where they want none of them, the likeliest. */
function derive(possible: readonly string[], events: readonly string[]): EventName {
  const type = possible.find((candidate) => isListed(candidate, events)) ?? possible[0];
  return type === undefined ? { type: null, typeFrom: null } : { type, typeFrom: 'derived' };
}

/** Whether the user wants the event. Without a choice all are wanted, and an event that nothing names is never lost. */
export function isChosen(name: EventName, events: readonly string[]): boolean {
  return events.length === 0 || name.type === null || isListed(name.type, events);
}

/**
 * Letter case does not count: platforms that let people name their events are not consistent in it. Nor does a number
 * before the name of a chosen event.
 */
function isListed(type: string, events: readonly string[]): boolean {
  const sought = type.toLowerCase();
  return events.some((event) =>
    [event, readNumbered(event).name].some((name) => name.toLowerCase() === sought),
  );
}

function usable(name: string | undefined): string | undefined {
  const text = name?.trim();
  return text === undefined || text === '' || text.length > longestName ? undefined : text;
}
