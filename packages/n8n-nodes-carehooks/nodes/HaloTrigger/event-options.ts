import type { INodePropertyOptions } from 'n8n-workflow';

/** Events as deliveries name them, for webhooks made by hand: no list of the instance can be asked for then. */
export const eventOptions: INodePropertyOptions[] = [
  {
    name: '1st SLA Warning',
    value: '1st sla warning',
    description: 'When the first warning comes that a ticket may miss its service level',
  },
  {
    name: '2nd SLA Warning',
    value: '2nd sla warning',
    description: 'When the second warning comes that a ticket may miss its service level',
  },
  { name: 'Any Event', value: '*', description: 'Every event that the webhook sends' },
  { name: 'Closed', value: 'closed', description: 'When a ticket is closed' },
  { name: 'New Ticket Logged', value: 'new ticket logged', description: 'When a ticket is logged' },
  {
    name: 'Ticket Deadline',
    value: 'ticket deadline',
    description: 'When the deadline of a ticket comes',
  },
  { name: 'Ticket Deleted', value: 'ticket deleted', description: 'When a ticket is deleted' },
  {
    name: 'Ticket Status Changed',
    value: 'ticket status changed',
    description: 'When the status of a ticket changes',
  },
  {
    name: 'Ticket Updated by User',
    value: 'ticket updated by user',
    description: 'When the user of a ticket adds to it',
  },
];
