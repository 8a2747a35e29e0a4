import { randomUUID } from 'node:crypto';
import type { JsonObject } from '@carehooks/core';
import type { HaloSettings } from './settings.ts';

/** What a delivery tells of. */
export interface Occurrence {
  readonly event: string;
  readonly ticket: JsonObject;
  readonly webhookId: string;
  readonly notificationId: number | null;
  readonly now: number;
}

/** "Small object with key fields only" */
const keyFields: readonly string[] = [
  ...[
    'id',
    'summary',
    'status_id',
    'tickettype_id',
    'client_id',
    'site_id',
    'user_id',
    'team_id',
    'agent_id',
  ],
  ...['customfields', 'hasbeenclosed'],
];

/** The body of an occurrence, by the payload type of https://usehalo.com/guides/838 */
export function bodyOf(occurrence: Occurrence, type: HaloSettings['delivery']['payload']): JsonObject {
  const { event, ticket, webhookId, notificationId, now } = occurrence;
  if (type === 'custom') {
    const { id = null, summary = null, status_id = null, client_name = null } = ticket;
    return { Ticket: id, Summary: summary, status_id, Client: client_name, Changed: timeOf(now) };
  }
  const information = {
    id: randomUUID(),
    webhook_id: webhookId,
    notification_id: notificationId,
    escmsg_id: randomUUID(),
    event,
    message: `Ticket ID: ${String(ticket['id']).padStart(7, '0')}`,
    object_id: ticket['id'] ?? null,
    agent_id: ticket['agent_id'] ?? null,
    timestamp: `${timeOf(now)}0000Z`,
  };
  if (type === 'information') return information;
  return { ...information, ticket: type === 'full' ? ticket : pick(ticket) };
}

function pick(ticket: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(ticket).filter(([field]) => keyFields.includes(field)));
}

function timeOf(now: number): string {
  return new Date(now).toISOString().slice(0, -1);
}
