import type { CareEvent, EventNameSource } from '../event.ts';
import type { IgnoredReason, Outcome } from '../outcome.ts';
import type { Platform } from '../platform.ts';
import { type ExplanationLine, note, ok, problem } from './explanation.ts';
import { count, list } from './words.ts';

const sources: Readonly<Record<EventNameSource, string>> = {
  header: 'named by the event header',
  body: 'named in the body',
  url: 'named in the URL',
  declared: 'the one that the trigger is for',
  derived: 'concluded from the state of the record',
};

const ignored: Readonly<Record<IgnoredReason, string>> = {
  'no-event': 'It tells no event.',
  'event-not-chosen': 'It tells none of the events that were chosen, so nothing starts.',
  'filtered-out': 'The filters leave out what it tells, so nothing starts.',
};

const unreadable: Readonly<Record<string, (platform: Platform) => string>> = {
  'body-malformed': () => 'The body is not JSON in UTF-8.',
  'envelope-unexpected': ({ name }) =>
    `The body is JSON, and not of the shape that ${name} sends. It may come from another platform.`,
};

/**
 * What the body says. Names of events are shown only where they are on the platform's list: any other may hold
 * anything.
 *
 * @param isTaken whether the delivery is not rejected; else what it tells is no more than a claim
 */
export function describeOutcome(outcome: Outcome, platform: Platform, isTaken: boolean): ExplanationLine[] {
  if (outcome.kind === 'rejected') {
    const text = unreadable[outcome.code]?.(platform);
    return text === undefined ? [] : [problem('body', text)];
  }
  const line = isTaken ? ok : note;
  const readable = line('body', `The body is JSON of the shape that ${platform.name} sends.`);
  if (outcome.kind === 'ignored') return [readable, note('event', ignored[outcome.reason])];
  const { events, malformed } = outcome;
  const verb = isTaken ? 'tells' : 'claims to tell';
  const names = list(namesOf(events, platform));
  const told = line('event', `It ${verb} ${count(events.length, 'event')}: ${names}.`);
  const left = malformed === 1 ? 'is' : 'are';
  const broken = `${count(malformed, 'part')} of the body cannot be read and ${left} left out.`;
  return malformed === 0 ? [readable, told] : [readable, told, problem('event', broken)];
}

function namesOf(events: readonly CareEvent[], platform: Platform): string[] {
  const texts = events.map(({ type, typeFrom }) =>
    type === null || typeFrom === null
      ? 'one that nothing names'
      : `${listedName(type, platform)} (${sources[typeFrom]})`,
  );
  return [...new Set(texts)];
}

function listedName(type: string, { events, name }: Platform): string {
  const sought = type.toLowerCase();
  const listed = events.find((event) => event.type.toLowerCase() === sought);
  return listed?.type ?? `one that is not on the list of ${name}`;
}
