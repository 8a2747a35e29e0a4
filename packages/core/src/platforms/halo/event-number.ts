import { readNumbered } from '../../choices.ts';
import { events } from './events.ts';

const numbers: ReadonlyMap<string, string> = new Map(events.map(({ type, code }) => [type, code]));

/**
 * The number of an event as a person chose it: that before its name (`76 Ticket Status Changed`), else the known one.
 *
 * @returns null for an event that is neither numbered nor known
 */
export function eventNumber(event: string): string | null {
  const { number, name } = readNumbered(event);
  return number ?? numbers.get(name.toLowerCase()) ?? null;
}
