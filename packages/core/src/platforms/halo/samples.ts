import firstWarning from '../../../../../fixtures/halo/1st sla warning.json' with { type: 'json' };
import secondWarning from '../../../../../fixtures/halo/2nd sla warning.json' with { type: 'json' };
import closed from '../../../../../fixtures/halo/closed.json' with { type: 'json' };
import logged from '../../../../../fixtures/halo/new ticket logged.json' with { type: 'json' };
import deadline from '../../../../../fixtures/halo/ticket deadline.json' with { type: 'json' };
import deleted from '../../../../../fixtures/halo/ticket deleted.json' with { type: 'json' };
import statusChanged from '../../../../../fixtures/halo/ticket status changed.json' with { type: 'json' };
import updatedByUser from '../../../../../fixtures/halo/ticket updated by user.json' with { type: 'json' };
import type { Exchange } from '../../http/exchange.ts';
import { asText, type JsonObject, type JsonValue } from '../../json.ts';
import type { Samples } from '../../platform.ts';
import { rowsOf } from './api.ts';
import { deliveredBodies } from './delivered.ts';
import { events } from './events.ts';

export const samples: Samples = {
  fixtures: {
    'new ticket logged': logged,
    'ticket updated by user': updatedByUser,
    'ticket status changed': statusChanged,
    closed,
    '1st sla warning': firstWarning,
    '2nd sla warning': secondWarning,
    'ticket deadline': deadline,
    'ticket deleted': deleted,
  },

  /** What was truly sent comes first: tickets of the list may have other fields than those of the webhook's payload. */
  *list() {
    return [...(yield* deliveredBodies()), ...(yield* recentTickets())];
  },
};

/** Recent tickets in the shape of bodies, for each event that may have told of them. */
function* recentTickets(): Exchange<JsonValue[]> {
  const query = [
    ['pageinate', 'true'],
    ['page_size', '10'],
    ['page_no', '1'],
    ['order', 'id'],
    ['orderdesc', 'true'],
  ] as const;
  const answer = yield { path: ['Tickets'], query };
  const tickets = rowsOf(answer).filter((ticket) => asText(ticket['id']) !== null);
  return events.flatMap(({ type }) =>
    tickets.filter((ticket) => mayTell(type, ticket)).map((ticket) => toBody(type, ticket)),
  );
}

function mayTell(event: string, ticket: JsonObject): boolean {
  if (event === 'ticket deleted') return false;
  return event !== 'closed' || ticket['hasbeenclosed'] === true;
}

function toBody(event: string, ticket: JsonObject): JsonObject {
  return {
    event,
    object_id: ticket['id'] ?? null,
    agent_id: ticket['agent_id'] ?? null,
    timestamp: ticket['last_update'] ?? ticket['lastactiondate'] ?? ticket['dateoccurred'] ?? null,
    ticket,
  };
}
