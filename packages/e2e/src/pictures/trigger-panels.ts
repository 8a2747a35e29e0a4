/** A form that opens from a panel, to connect an account or to enter a secret. */
export interface CredentialForm {
  readonly picture: string;
  /** As its button says: `Connect to …`. */
  readonly connectTo: string;
  readonly shows: readonly string[];
}

/** A trigger just as it was dropped on the canvas, with a few choices made. */
export interface TriggerPanel {
  readonly picture: string;
  /** Without the package and `Trigger`. */
  readonly node: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly shows: readonly string[];
  readonly forms: readonly CredentialForm[];
}

const previousWebhookSecret = 'While you replace';

export const triggerPanels: readonly TriggerPanel[] = [
  {
    picture: 'n8n-ally',
    node: 'ally',
    parameters: { events: ['appointment.completed', 'appointment.cancelled'], expand: ['patient', 'window'] },
    shows: [
      'Webhook secret',
      'API key (only for related records)',
      'Set up the webhook in the Ally (Heim) dashboard:',
      '4. Copy the webhook secret at once',
      'Appointment Completed',
      'Window',
    ],
    forms: [
      {
        picture: 'n8n-ally-webhook-secret',
        connectTo: 'Ally (Heim) Webhook Secret',
        shows: ['Webhook Secret', 'Secret of the Test Webhook', previousWebhookSecret],
      },
      {
        picture: 'n8n-ally-api',
        connectTo: 'Ally (Heim)',
        shows: ['API Key', 'It starts with test_ or live_.', 'Base URL', 'Authorization Scheme'],
      },
    ],
  },
  {
    picture: 'n8n-eka-care',
    node: 'ekaCare',
    parameters: {
      events: ['appointment.created', 'appointment.updated'],
      expand: ['appointment', 'patient'],
    },
    shows: ['The webhook is registered with Eka Care when you publish the workflow', 'Appointment Updated'],
    forms: [
      {
        picture: 'n8n-eka-care-api',
        connectTo: 'Eka Care',
        shows: ['Environment', 'Client ID', 'From the API clients in the Eka Care console', 'Client Secret'],
      },
    ],
  },
  {
    picture: 'n8n-halo-connect',
    node: 'haloConnect',
    parameters: { events: ['registered'], expand: ['result', 'site'] },
    shows: [
      'API key (only for related records)',
      'Have Halo Connect support set up the webhook:',
      '2. Ask for the webhook secret',
      'Registered Query Changed',
      'Result',
    ],
    forms: [
      {
        picture: 'n8n-halo-connect-webhook-secret',
        connectTo: 'Halo Connect Webhook Secret',
        shows: ['The integrator secret of the environment', 'Secret of the Test Webhook', 'Secret Encoding'],
      },
      {
        picture: 'n8n-halo-connect-api',
        connectTo: 'Halo Connect',
        shows: ['Environment', 'Subscription Key', 'Halo GUID of a practice.'],
      },
    ],
  },
  {
    picture: 'n8n-halo',
    node: 'halo',
    parameters: { events: ['3 New Ticket Logged', '76 Ticket Status Changed'], expand: ['client', 'user'] },
    shows: [
      'The webhook and its events are made in HALO when you publish the workflow',
      'New Ticket Logged',
      'Ticket Status Changed',
    ],
    forms: [
      {
        picture: 'n8n-halo-api',
        connectTo: 'HALO',
        shows: ['HALO URL', 'Client ID', 'View Applications.', 'Client Secret'],
      },
    ],
  },
  {
    picture: 'n8n-halo-by-hand',
    node: 'halo',
    parameters: { subscription: 'manual', events: ['new ticket logged', 'closed'], expand: [] },
    shows: [
      'Webhook secret',
      'Set up the webhook in HALO, or ask an administrator to do so:',
      '5. Enter user name and password',
      'New Ticket Logged',
    ],
    forms: [
      {
        picture: 'n8n-halo-webhook-secret',
        connectTo: 'HALO Webhook Secret',
        shows: ['User name and password of the webhook with a colon', previousWebhookSecret],
      },
    ],
  },
];
