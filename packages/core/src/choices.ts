import { asText, type JsonObject } from './json.ts';
import type { Choice, EventDefinition } from './platform.ts';

/** Events as people choose them from a list, by number where the platform has numbers. */
export function eventChoices(events: readonly EventDefinition[]): Choice[] {
  return events.map(({ type, code, label }) => ({
    value: code === undefined ? type : writeNumbered(code, label),
    label,
  }));
}

/** An event of a platform that numbers its events, as people choose it: `76 Ticket Status Changed`. */
export function writeNumbered(number: string, name: string): string {
  return `${number} ${name}`;
}

/** Number and name of a chosen event; the number is null where there is only a name. */
export function readNumbered(event: string): { readonly number: string | null; readonly name: string } {
  const [, number, name] = /^(\d{1,9}) +(\S.*)$/.exec(event.trim()) ?? [];
  return number === undefined || name === undefined ? { number: null, name: event } : { number, name };
}

/** Records of an API as people choose them from a list: by name, where they have one. */
export function recordChoices(records: readonly JsonObject[], idField = 'id'): Choice[] {
  return records.flatMap((record) => {
    const value = asText(record[idField]);
    return value === null ? [] : [{ value, label: asText(record['name']) ?? value }];
  });
}
