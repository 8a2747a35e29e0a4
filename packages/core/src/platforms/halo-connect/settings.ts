import type { Setting } from '../../connection.ts';

/** What Halo Connect does not document is a setting with the likeliest default. */
export const settings = [
  {
    key: 'apiKey',
    label: 'Subscription Key',
    help: 'Only needed to fetch related records, to load samples and to poll. It is in the Halo Connect portal, and each environment has its own. Halo Connect must allow the address that requests come from.',
    type: 'secret',
  },
  {
    key: 'environment',
    label: 'Environment',
    help: 'Where the subscription key and the webhook belong to.',
    type: 'choice',
    choices: [
      { value: 'production', label: 'Production' },
      { value: 'stage', label: 'Stage' },
      { value: 'custom', label: 'Other Base URL' },
    ],
    default: 'production',
  },
  {
    key: 'baseUrl',
    label: 'Base URL',
    help: 'Where the API answers, if the environment is another one, e.g. a proxy with an address that Halo Connect allows.',
    type: 'text',
    default: '',
  },
  {
    key: 'siteId',
    label: 'Site ID',
    help: 'Halo GUID of a practice. It is asked for to test the connection, and its registered queries are listed.',
    type: 'text',
  },
  {
    key: 'webhookSecret',
    label: 'Webhook Secret',
    help: 'The integrator secret that Halo Connect gave you for webhooks of this environment.',
    type: 'secret',
  },
  {
    key: 'previousWebhookSecret',
    label: 'Previous Webhook Secret',
    help: 'While the secret is replaced, deliveries signed with either are accepted.',
    type: 'secret',
  },
  {
    key: 'keyEncoding',
    label: 'Secret Encoding',
    help: 'What the text of the secret stands for. Try another one when the secret is right and no signature matches.',
    type: 'choice',
    choices: [
      { value: 'utf8', label: 'Plain Text' },
      { value: 'base64', label: 'Base64' },
      { value: 'hex', label: 'Hex' },
    ],
    default: 'utf8',
  },
] as const satisfies readonly Setting[];
