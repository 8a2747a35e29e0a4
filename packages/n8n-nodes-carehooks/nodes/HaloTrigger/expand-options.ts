import type { INodePropertyOptions } from 'n8n-workflow';

export const expandOptions: INodePropertyOptions[] = [
  { name: 'Actions', value: 'actions', description: 'What was done and written, the last 50' },
  { name: 'Agent', value: 'agent', description: 'Whom the ticket is assigned to' },
  { name: 'Client', value: 'client', description: 'The client that the ticket is for' },
  { name: 'Site', value: 'site', description: 'The site of the client' },
  { name: 'Ticket', value: 'ticket', description: 'The ticket with its details and last action' },
  { name: 'User', value: 'user', description: 'The person who the ticket is for' },
];
