import type { INodePropertyOptions } from 'n8n-workflow';

export const expandOptions: INodePropertyOptions[] = [
  {
    name: 'Actions',
    value: 'actions',
    description: 'The last 50 things that were done or written on the ticket',
  },
  { name: 'Agent', value: 'agent', description: 'The agent whom the ticket is assigned to' },
  { name: 'Client', value: 'client', description: 'The client that the ticket is for' },
  { name: 'Site', value: 'site', description: 'The site of the client' },
  { name: 'Ticket', value: 'ticket', description: 'The ticket with its details and last action' },
  { name: 'User', value: 'user', description: 'The person who the ticket is for' },
];
