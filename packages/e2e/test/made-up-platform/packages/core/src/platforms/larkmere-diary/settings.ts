import type { Setting } from '../../connection.ts';

/** Source: https://developers.larkmere.example/authentication */
export const settings = [
  {
    key: 'apiKey',
    label: 'API Key',
    help: 'Made under Practice, then Integrations. The signing key of each webhook is derived from it.',
    type: 'secret',
    required: true,
  },
  {
    key: 'previousApiKey',
    label: 'Previous API Key',
    help: 'After the API key was replaced, deliveries signed with a key of the old one are still accepted.',
    type: 'secret',
  },
  {
    key: 'baseUrl',
    label: 'Base URL',
    help: 'Where the API answers. Practices in Canada have an address of their own.',
    type: 'text',
    default: 'https://api.larkmere.example/v3',
  },
] as const satisfies readonly Setting[];
