import type { Setting } from '../../connection.ts';

/** What Halo Connect does not document is a setting with the likeliest default. */
export const settings = [
  {
    key: 'webhookSecret',
    label: 'Webhook Secret',
    help: 'The integrator secret of the environment, from Halo Connect support.',
    type: 'secret',
  },
  {
    key: 'previousWebhookSecret',
    label: 'Previous Webhook Secret',
    help: 'While the secret is replaced, deliveries signed with either secret are accepted. Empty it afterwards.',
    type: 'secret',
  },
  {
    key: 'keyEncoding',
    label: 'Secret Encoding',
    help: 'How the secret is written. Try another one when the secret is right and no signature matches.',
    type: 'choice',
    choices: [
      { value: 'utf8', label: 'Plain Text' },
      { value: 'base64', label: 'Base64' },
      { value: 'hex', label: 'Hex' },
    ],
    default: 'utf8',
  },
  {
    key: 'environment',
    label: 'Environment',
    help: 'Production and stage have separate subscription keys.',
    type: 'choice',
    choices: [
      { value: 'production', label: 'Production' },
      { value: 'stage', label: 'Stage' },
      { value: 'custom', label: 'Custom Base URL' },
    ],
    default: 'production',
  },
  {
    key: 'baseUrl',
    label: 'Base URL',
    help: 'Where the API answers, e.g. a proxy with an IP address that Halo Connect allows. Only read if the environment is Custom Base URL.',
    type: 'text',
    default: '',
  },
  {
    key: 'apiKey',
    label: 'Subscription Key',
    help: 'Only needed for related records, samples and polling. From the Halo Connect portal; each environment has its own. Halo Connect must allow the IP address that requests come from.',
    type: 'secret',
  },
  {
    key: 'siteId',
    label: 'Site ID',
    help: 'Halo GUID of a practice. The connection is tested with it, and its registered queries can be chosen in filters.',
    type: 'text',
  },
] as const satisfies readonly Setting[];
