import { TriggerError } from '../../errors.ts';
import type { Relation } from '../../expansion/relation.ts';
import type { ApiRequest, Exchange } from '../../http/exchange.ts';
import { asObject, asText, isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import { rowsOf } from './api.ts';
import { wantsPrivateNotes } from './parameters.ts';
import { isPrivate, withoutPrivateNotes } from './private-notes.ts';

/** What comes with a record that is fetched. Reference of the instance: `/apidoc`. */
const details = [['includedetails', 'true']] as const;

/** Fields that only the full ticket has; the small one has its key fields only. */
const fieldsOfFullTicket = ['details', 'dateoccurred', 'client_name', 'user_name'] as const;

const ticket: Relation = {
  key: 'ticket',
  label: 'Ticket',
  description: 'The ticket with its details and last action.',
  id: ticketId,
  isWhole: (value) => isJsonObject(value) && fieldsOfFullTicket.every((field) => value[field] !== undefined),
  *fetch(id, connection): Exchange<JsonObject> {
    const record = yield* fetchRecord(id, {
      path: ['Tickets', id],
      query: [...details, ['includelastaction', 'true']],
    });
    return wantsPrivateNotes(connection) ? record : withoutPrivateNotes(record);
  },
};

const actions: Relation = {
  key: 'actions',
  label: 'Actions',
  description: 'The last 50 things that were done or written on the ticket.',
  id: ticketId,
  isWhole: (value) => Array.isArray(value),
  *fetch(id, connection): Exchange<JsonValue> {
    const included = wantsPrivateNotes(connection);
    const only = included ? [] : [['excludeprivate', 'true'] as const];
    const answer = yield { path: ['Actions'], query: [['ticket_id', id], ['count', '50'], ...only] };
    return rowsOf(answer).filter((action) => included || !isPrivate(action));
  },
};

export const relations = {
  ticket,
  actions,
  client: reference('client', 'Client', 'Client', 'The client that the ticket is for.'),
  site: reference('site', 'Site', 'Site', 'The site of the client.'),
  user: reference('user', 'Users', 'User', 'The person who the ticket is for.'),
  agent: reference('agent', 'Agent', 'Agent', 'The agent whom the ticket is assigned to.'),
} satisfies Record<string, Relation>;

function reference(key: string, collection: string, label: string, description: string): Relation {
  return {
    key,
    label,
    description,
    id: (entity) => idIn(asObject(entity['ticket'])[`${key}_id`]),
    fetch: (id) => fetchRecord(id, { path: [collection, id], query: details }),
  };
}

function* fetchRecord(id: string, request: ApiRequest): Exchange<JsonObject> {
  const answer = yield request;
  const record = asObject(answer.body);
  if (asText(record['id']) !== id) throw new TriggerError('api-answer-unexpected');
  return record;
}

/**
 * The number of the ticket: its own, or that of the object which the event is about, unless the payload shows that
 * object to be something else than a ticket.
 */
function ticketId(entity: JsonObject): string | null {
  const id = idIn(entity['object_id']);
  if (isJsonObject(entity['ticket'])) return idIn(entity['ticket']['id']) ?? id;
  const others = Object.values(entity).filter(isJsonObject);
  return others.some((other) => asText(other['id']) === id) ? null : id;
}

/** A custom payload may hold the shown name in place of the number, and 0 stands for none. */
function idIn(value: JsonValue | undefined): string | null {
  const id = asText(value);
  return id !== null && /^[1-9]\d*$/.test(id) ? id : null;
}
