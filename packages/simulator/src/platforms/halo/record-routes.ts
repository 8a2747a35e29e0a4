import type { JsonObject } from '@carehooks/core';
import { type Context, Hono } from 'hono';
import type { Collection } from '../../store/collection.ts';
import { listedEvents } from './event-list.ts';
import type { HaloParts } from './parts.ts';
import type { Entry } from './records.ts';
import { actionKey } from './seed.ts';
import type { HaloSettings } from './settings.ts';
import { statuses, teams, ticketTypes } from './seed-records.ts';

const largestPage = 100;

/** Tickets with their actions, and what they point to. */
export function recordRoutes({ data, settings }: HaloParts): Hono {
  const routes = new Hono();
  routes.get('/Tickets', (c) => c.json(listTickets(data.tickets, c.req.query())));
  routes.get('/Tickets/:id', (c) => {
    const found = data.tickets.get(c.req.param('id'));
    if (found === undefined) return c.text('Not Found', 404);
    const last = c.req.query('includelastaction') === 'true' ? lastAction(data.actions, found.record) : {};
    return c.json({ ...found.record, ...last });
  });
  routes.get('/Actions', (c) => c.json(listActions(data.actions, c.req.query())));
  routes.get('/Actions/:id', (c) =>
    serve(c, data.actions, actionKey(c.req.query('ticket_id'), c.req.param('id'))),
  );
  routes.get('/Client/:id', (c) => serve(c, data.clients, c.req.param('id')));
  routes.get('/Site/:id', (c) => serve(c, data.sites, c.req.param('id')));
  routes.get('/Users/:id', (c) => serve(c, data.users, c.req.param('id')));
  routes.get('/Agent/:id', (c) => serve(c, data.agents, c.req.param('id')));
  routes.get('/Agent', (c) => c.json(data.agents.list().map(({ record }) => record)));
  routes.get('/Status', (c) => c.json(statuses));
  routes.get('/Team', (c) => c.json(teams));
  routes.get('/TicketType', (c) => c.json(ticketTypes));
  routes.get('/Lookup', (c) =>
    c.json(c.req.query('lookupid') === '64' ? eventRows(settings.current.api.eventNumber) : []),
  );
  return routes;
}

function serve(c: Context, collection: Collection<Entry>, id: string): Response {
  const found = collection.get(id);
  return found === undefined ? c.text('Not Found', 404) : c.json(found.record);
}

type Query = Readonly<Record<string, string>>;

/** `pageinate` is spelled like that. */
function listTickets(tickets: Collection<Entry>, query: Query) {
  const { pageinate, page_size = '50', page_no = '1', count, order = 'id', orderdesc } = query;
  const rows = tickets.list().map(({ record }) => record);
  const sorted = rows.toSorted((left, right) => compare(left[order], right[order]));
  if (orderdesc === 'true') sorted.reverse();
  const size = Math.min(Number(page_size), largestPage);
  const first = (Number(page_no) - 1) * size;
  const shown =
    pageinate === 'true' ? sorted.slice(first, first + size) : sorted.slice(0, Number(count ?? rows.length));
  return { record_count: rows.length, tickets: shown.map(withoutDetails) };
}

function compare(left: unknown, right: unknown): number {
  return typeof left === 'number' && typeof right === 'number'
    ? left - right
    : String(left).localeCompare(String(right));
}

/** Lists have no details. */
function withoutDetails(ticket: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(ticket).filter(([field]) => field !== 'details'));
}

/** Without a ticket the list is empty. */
function listActions(actions: Collection<Entry>, { ticket_id, count, excludeprivate }: Query) {
  const found = actions
    .list()
    .map(({ record }) => record)
    .filter((record) => String(record['ticket_id']) === ticket_id)
    .filter((record) => excludeprivate !== 'true' || record['hiddenfromuser'] !== true);
  return { record_count: found.length, actions: found.slice(0, Number(count ?? found.length)) };
}

function lastAction(actions: Collection<Entry>, { id }: JsonObject): JsonObject {
  const last = actions.list().find(({ record }) => record['ticket_id'] === id);
  return last === undefined ? {} : { lastaction: last.record };
}

function eventRows(field: HaloSettings['api']['eventNumber']): JsonObject[] {
  return listedEvents.map(({ number, name }, index): JsonObject => {
    const row = { lookupid: 64, name };
    return field === 'id' ? { id: number, ...row } : { id: index + 1, ...row, value2: String(number) };
  });
}
