import type { Setting } from '../../connection.ts';

/** Points that Ally does not document are settings with the likeliest default. */
export const settings = [
  {
    key: 'webhookSecret',
    label: 'Webhook Secret',
    help: 'Shown once, when the webhook is created in the Ally (Heim) dashboard.',
    type: 'secret',
  },
  {
    key: 'previousWebhookSecret',
    label: 'Previous Webhook Secret',
    help: 'While you replace a webhook, deliveries signed with either secret are accepted. Empty it afterwards.',
    type: 'secret',
  },
  {
    key: 'apiKey',
    label: 'API Key',
    help: 'Only needed for related records, samples and polling. An administrator finds it in the Ally (Heim) dashboard. It starts with test_ or live_.',
    type: 'secret',
  },
  {
    key: 'baseUrl',
    label: 'Base URL',
    help: 'Where the API answers. Ally is now named Heim; the old address is https://api.allyhealth.co.uk/v1.',
    type: 'text',
    default: 'https://api.heim.health/v1',
  },
  {
    key: 'authorizationScheme',
    label: 'Authorization Scheme',
    help: 'How the API key is sent. Try Bearer when the key is right and still not accepted.',
    type: 'choice',
    choices: [
      { value: '', label: 'API Key Alone' },
      { value: 'Bearer', label: 'Bearer' },
    ],
    default: '',
  },
  {
    key: 'expandQuery',
    label: 'Expand Query',
    help: 'Query that asks the API for related records in one request. {relations} becomes a list with commas; a part with {relation} is repeated for each. Leave empty to fetch each record by itself.',
    type: 'text',
    default: 'expand={relations}',
  },
] as const satisfies readonly Setting[];
