import type { EventDefinition } from '../../platform.ts';

/**
 * Events are notifications that a webhook sends, and their texts are lower case in deliveries. These are the numbers
 * that are known; each instance tells its own list. https://usehalo.com/guides/838
 */
export const events = [
  {
    type: 'new ticket logged',
    code: '3',
    label: 'New Ticket Logged',
    noun: 'Ticket',
    description: 'Triggers when a ticket is logged.',
  },
  {
    type: 'ticket updated by user',
    code: '19',
    label: 'Ticket Updated by User',
    noun: 'Ticket',
    description: 'Triggers when the user of a ticket adds to it.',
  },
  {
    type: 'ticket status changed',
    code: '76',
    label: 'Ticket Status Changed',
    noun: 'Ticket',
    description: 'Triggers when the status of a ticket changes.',
  },
  {
    type: 'closed',
    code: '39',
    label: 'Closed',
    noun: 'Ticket',
    description: 'Triggers when a ticket is closed.',
  },
  {
    type: '1st sla warning',
    code: '42',
    label: '1st SLA Warning',
    noun: 'Ticket',
    description: 'Triggers when the first warning comes that a ticket may miss its service level.',
  },
  {
    type: '2nd sla warning',
    code: '46',
    label: '2nd SLA Warning',
    noun: 'Ticket',
    description: 'Triggers when the second warning comes that a ticket may miss its service level.',
  },
  {
    type: 'ticket deadline',
    code: '70',
    label: 'Ticket Deadline',
    noun: 'Ticket',
    description: 'Triggers when the deadline of a ticket comes.',
  },
  {
    type: 'ticket deleted',
    code: '1072',
    label: 'Ticket Deleted',
    noun: 'Ticket',
    description: 'Triggers when a ticket is deleted.',
  },
] as const satisfies readonly EventDefinition[];
