import { eventChoices, recordChoices, writeNumbered } from '../../choices.ts';
import type { Exchange } from '../../http/exchange.ts';
import { asText, type JsonObject } from '../../json.ts';
import type { Choice } from '../../platform.ts';
import { rowsOf } from './api.ts';
import { events } from './events.ts';

/** Number of the list of events among the lists of an instance. */
const lookup = '64';

/** Fields of a row that may hold the event's number, the likelier first: which one does is not documented. */
const numberFields = ['value2', 'id'] as const;

/** Where events exist for all agents and for the assigned one, both have the same number, and only the first fire. */
const forAll = / *- *all$/i;
const forAssigned = / *- *assigned$/i;

export const choices = {
  *events(): Exchange<readonly Choice[]> {
    const answer = yield { path: ['Lookup'], query: [['lookupid', lookup]], expect: [403, 404] };
    const listed = offered(rowsOf(answer));
    return listed.length > 0 ? listed : eventChoices(events);
  },

  statuses: () => named('Status'),
  ticketTypes: () => named('TicketType'),
  teams: () => named('Team'),
};

function offered(rows: readonly JsonObject[]): Choice[] {
  const field = numberFields.find((candidate) => fits(rows, candidate));
  if (field === undefined) return [];
  const byNumber = new Map<string, Choice>();
  for (const row of rows) {
    const [number, name] = [numberIn(row, field), nameIn(row)];
    if (number === null || name === '' || (byNumber.has(number) && !forAll.test(name))) continue;
    const label = name.replace(forAll, '').replace(forAssigned, '');
    byNumber.set(number, { value: writeNumbered(number, label), label });
  }
  return [...byNumber.values()].sort((left, right) => left.label.localeCompare(right.label));
}

/** A field holds the numbers if it has any, and has the right one for each event that is known by its name. */
function fits(rows: readonly JsonObject[], field: string): boolean {
  const numbered = rows.filter((row) => numberIn(row, field) !== null);
  return (
    numbered.length > 0 &&
    numbered.every((row) => {
      const name = nameIn(row).replace(forAll, '').replace(forAssigned, '').toLowerCase();
      const event = events.find(({ type }) => type === name);
      return event === undefined || event.code === numberIn(row, field);
    })
  );
}

function numberIn(row: JsonObject, field: string): string | null {
  const text = asText(row[field]);
  return text !== null && /^[1-9]\d*$/.test(text) ? text : null;
}

function nameIn(row: JsonObject): string {
  return (asText(row['name']) ?? '').trim();
}

function* named(collection: string): Exchange<readonly Choice[]> {
  const answer = yield { path: [collection] };
  return recordChoices(rowsOf(answer));
}
