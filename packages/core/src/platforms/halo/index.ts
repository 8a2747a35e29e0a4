import type { Platform } from '../../platform.ts';
import { api } from './api.ts';
import { choices } from './choices.ts';
import { envelope } from './envelope.ts';
import { events } from './events.ts';
import { filters } from './filters.ts';
import { parameters } from './parameters.ts';
import { relations } from './relations.ts';
import { samples } from './samples.ts';
import { settings } from './settings.ts';
import { signature } from './signature.ts';
import { subscription } from './subscription.ts';

/** HALO: HaloPSA, HaloITSM and HaloCRM, service desks with one API. https://usehalo.com */
export const halo = {
  id: 'halo',
  name: 'HALO',
  settings,
  parameters,
  events,
  customEvents: true,
  filters,
  choices,
  signature,
  envelope,
  subscription,
  relations,
  api,
  samples,
  minimal: [
    'id',
    'webhook_id',
    'notification_id',
    'event',
    'object_id',
    'agent_id',
    'timestamp',
    'ticket.id',
    'ticket.status_id',
    'ticket.tickettype_id',
    'ticket.client_id',
    'ticket.site_id',
    'ticket.user_id',
    'ticket.agent_id',
    'ticket.team_id',
    'ticket.priority_id',
    'ticket.dateoccurred',
    'ticket.last_update',
    'ticket.dateclosed',
    'ticket.hasbeenclosed',
  ],
} as const satisfies Platform;
