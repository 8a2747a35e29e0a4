import { halo } from '@carehooks/core';

/** A row of the list of events. Two may share a number: for all agents, and for the one that is assigned. */
export interface ListedEvent {
  readonly number: number;
  readonly name: string;
}

export const eventTypes = halo.events.map(({ type }) => type);

const shared = ['Ticket Status Changed', 'Ticket Reassigned'];
const others: readonly ListedEvent[] = [
  { number: 5, name: 'Ticket Reassigned' },
  { number: 8, name: 'New Action Added' },
  { number: 120, name: 'Appointment Booked' },
];

const all = [...halo.events.map(({ code, label }) => ({ number: Number(code), name: label })), ...others];

/** `GET /Lookup?lookupid=64`; real instances list some two hundred. The numbers of `others` are made up. */
export const listedEvents: readonly ListedEvent[] = all.flatMap(({ number, name }) =>
  shared.includes(name)
    ? [
        { number, name: `${name} - Assigned` },
        { number, name: `${name} - All` },
      ]
    : [{ number, name }],
);

/** The number of an event by its text as deliveries name it, or by the number itself. */
export function numberOf(event: string): number | null {
  const sought = event.trim().toLowerCase();
  const found = all.find(({ number, name }) => sought === name.toLowerCase() || sought === String(number));
  return found?.number ?? null;
}

/** The text of an event as deliveries have it. */
export function textOf(number: number): string {
  return all.find((event) => event.number === number)?.name.toLowerCase() ?? String(number);
}
