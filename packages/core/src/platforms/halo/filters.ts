import type { FilterDefinition } from '../../platform.ts';

/** Checked on what the payload holds: a payload of event information only has no ticket to check. */
export const filters = [
  {
    key: 'status',
    label: 'Statuses',
    help: 'Only tickets in these statuses.',
    field: 'ticket.status_id',
    choices: 'statuses',
  },
  {
    key: 'ticketType',
    label: 'Ticket Types',
    help: 'Only tickets of these types.',
    field: 'ticket.tickettype_id',
    choices: 'ticketTypes',
  },
  {
    key: 'team',
    label: 'Teams',
    help: 'Only tickets of these teams.',
    field: 'ticket.team_id',
    choices: 'teams',
  },
] as const satisfies readonly FilterDefinition[];
