import type { ApiFaultRule } from '../../src/index.ts';
import type { PlatformId } from './expected/call.ts';

/** Which requests a fault meets, beside that they are authorised. */
export interface Place {
  readonly method?: ApiFaultRule['method'];
  readonly path?: string;
  /** Requests without authorisation as well: those of a login. */
  readonly login?: true;
}

/** What is looked at of each platform. */
export interface Subject {
  /** A recorded delivery, named after its event. */
  readonly event: string;
  /** Another event, for a webhook that has to be changed. */
  readonly otherEvent: string;
  /** Relations that the delivery points to. */
  readonly relations: readonly string[];
  /** A list to choose from. */
  readonly list?: string;
  /** The Zapier trigger that asks what changed. */
  readonly polled?: string;
  /** The request that changes a webhook. */
  readonly change?: Place;
  /** Where tokens are got, below the platform's root. */
  readonly loginPath?: string;
}

export const subjects: Readonly<Record<PlatformId, Subject>> = {
  ally: {
    event: 'appointment.completed',
    otherEvent: 'appointment.created',
    relations: ['patient', 'task'],
    polled: 'updated_appointment',
  },
  'eka-care': {
    event: 'appointment.created',
    otherEvent: 'appointment.updated',
    relations: ['patient', 'clinic'],
    list: 'doctors',
    change: { method: 'PATCH' },
    loginPath: '/connect-auth',
  },
  'halo-connect': {
    event: 'registered',
    otherEvent: 'async',
    relations: ['query', 'site'],
    list: 'queries',
    polled: 'updated_registered_query',
  },
  halo: {
    event: 'new ticket logged',
    otherEvent: 'closed',
    relations: ['client', 'agent'],
    list: 'statuses',
    change: { method: 'POST', path: '/api/Webhook' },
    loginPath: '/auth',
  },
};
