import type { Simulator } from '@carehooks/simulator';

/** A trigger with its accounts connected and every option added. */
export interface TriggerOptions {
  readonly picture: string;
  /** Without the package and `Trigger`. */
  readonly node: string;
  readonly platform: keyof Simulator['platforms'];
  /** Credential types; those of webhooks hold a secret, the others the account. */
  readonly credentials: readonly string[];
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Options that are shown with something else than their default. */
  readonly chosen: Readonly<Record<string, unknown>>;
}

const filter = (field: string, values: string) => ({ field: [{ field, operator: 'is', values }] });

export const triggerOptions: readonly TriggerOptions[] = [
  {
    picture: 'n8n-ally-options',
    node: 'ally',
    platform: 'ally',
    credentials: ['allyWebhookApi', 'allyApi'],
    parameters: { events: ['appointment.completed'], expand: ['patient', 'window'] },
    chosen: { filters: filter('location.postalCode', 'SW1A 1AA') },
  },
  {
    picture: 'n8n-eka-care-options',
    node: 'ekaCare',
    platform: 'ekaCare',
    credentials: ['ekaCareApi'],
    parameters: { events: ['appointment.updated'], expand: ['appointment', 'patient'] },
    chosen: { filters: filter('status', 'CN, CND, CNS') },
  },
  {
    picture: 'n8n-halo-connect-options',
    node: 'haloConnect',
    platform: 'haloConnect',
    credentials: ['haloConnectWebhookApi', 'haloConnectApi'],
    parameters: { events: ['registered'], expand: ['result', 'site'] },
    chosen: { filters: filter('webhookSource', 'registered') },
  },
  {
    picture: 'n8n-halo-options',
    node: 'halo',
    platform: 'halo',
    credentials: ['haloApi'],
    parameters: { events: ['3 New Ticket Logged'], expand: ['client', 'user'] },
    chosen: { filters: filter('ticket.priority_id', '1, 2') },
  },
];
