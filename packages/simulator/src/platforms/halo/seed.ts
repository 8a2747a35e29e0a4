import type { JsonObject } from '@carehooks/core';
import { Collection } from '../../store/collection.ts';
import type { Entry, HaloData } from './records.ts';
import { agents, clients, sites, tickets, users } from './seed-records.ts';

/** Fresh records: one for everything that a recorded delivery points to, so that each of them can be expanded. */
export function seed(): HaloData {
  return {
    tickets: collect(tickets),
    actions: collect(tickets.flatMap(actionsOf)),
    clients: collect(clients),
    sites: collect(sites),
    users: collect(users),
    agents: collect(agents),
  };
}

/** Ids of actions are unique below their ticket only. */
export function actionKey(ticket: unknown, action: unknown): string {
  return `${String(ticket)}/${String(action)}`;
}

function collect(records: readonly JsonObject[]): Collection<Entry> {
  const keyOf = ({ id, ticket_id }: JsonObject) =>
    ticket_id === undefined ? String(id) : actionKey(ticket_id, id);
  return new Collection(records.map((record) => ({ id: keyOf(record), record })));
}

function actionsOf({ id, details = '', dateoccurred = '' }: JsonObject): JsonObject[] {
  const shared = { ticket_id: id ?? 0, datetime: dateoccurred };
  return [
    {
      id: 3,
      ...shared,
      outcome: 'Private Note',
      who: 'Ines Albrecht',
      note: 'Ask the supplier first.',
      hiddenfromuser: true,
    },
    {
      id: 2,
      ...shared,
      outcome: 'Email User',
      who: 'Ines Albrecht',
      note: 'We will look at it today.',
      hiddenfromuser: false,
    },
    { id: 1, ...shared, outcome: 'First User Email', who: 'User', note: details, hiddenfromuser: false },
  ];
}
