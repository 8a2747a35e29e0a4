import { z } from 'zod/v4';

/**
 * The delivery with the ticket in it. Every field may be missing, since people choose what a webhook sends, and a custom
 * payload may hold names in place of numbers. Times have no offset. Reference of an instance: `/apidoc`, `Faults`.
 */
const text = (label: string) => z.string().describe(label);
const numberOrName = (label: string) =>
  z.union([z.number(), z.string(), z.null()]).describe(label).optional();

const client = z.looseObject({
  id: numberOrName('Client ID'),
  name: text('Client Name').nullish(),
});

const site = z.looseObject({
  id: numberOrName('Site ID'),
  name: text('Site Name').nullish(),
});

const user = z.looseObject({
  id: numberOrName('User ID'),
  name: text('User Name').nullish(),
  emailaddress: text('User Email Address').nullish(),
  phonenumber: text('User Phone Number').nullish(),
});

const agent = z.looseObject({
  id: numberOrName('Agent ID'),
  name: text('Agent Name').nullish(),
  email: text('Agent Email').nullish(),
});

const ticket = z.looseObject({
  id: numberOrName('Ticket ID'),
  summary: text('Summary').nullish(),
  details: text('Details').nullish(),
  status_id: numberOrName('Status ID'),
  tickettype_id: numberOrName('Ticket Type ID'),
  priority_id: numberOrName('Priority ID'),
  sla_id: numberOrName('SLA ID'),
  client_id: numberOrName('Client ID of Ticket'),
  client_name: text('Client Name of Ticket').nullish(),
  site_id: numberOrName('Site ID of Ticket'),
  site_name: text('Site Name of Ticket').nullish(),
  user_id: numberOrName('User ID of Ticket'),
  user_name: text('User Name of Ticket').nullish(),
  agent_id: numberOrName('Agent ID of Ticket'),
  team_id: numberOrName('Team ID'),
  team: text('Team').nullish(),
  category_1: text('Category').nullish(),
  dateoccurred: text('Date Occurred').nullish(),
  deadlinedate: text('Deadline').nullish(),
  last_update: text('Last Update').nullish(),
  dateclosed: text('Date Closed').nullish(),
  hasbeenclosed: z.boolean().describe('Has Been Closed').nullish(),
});

const action = z.looseObject({
  id: numberOrName('Action ID'),
  ticket_id: numberOrName('Ticket ID of Action'),
  outcome: text('Action Outcome').nullish(),
  note: text('Action Note').nullish(),
  datetime: text('Action Time').nullish(),
  hiddenfromuser: z.boolean().describe('Action Hidden From User').nullish(),
});

export const delivery = z.looseObject({
  id: z.union([z.string(), z.number(), z.null()]).describe('Delivery ID').optional(),
  event: text('Event').nullish(),
  message: text('Message').nullish(),
  object_id: numberOrName('Object ID'),
  agent_id: numberOrName('Acting Agent ID'),
  timestamp: text('Time').nullish(),
  webhook_id: text('Webhook ID').nullish(),
  notification_id: numberOrName('Notification ID'),
  ticket: ticket.nullish(),
  action: action.nullish(),
  client: client.nullish(),
  site: site.nullish(),
  user: user.nullish(),
  agent: agent.nullish(),
});
