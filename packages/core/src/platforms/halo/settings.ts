import type { Setting } from '../../connection.ts';

/** Applications and their permissions: https://usehalo.com/guides/929 */
export const settings = [
  {
    key: 'haloUrl',
    label: 'HALO URL',
    help: 'The address at which you open HALO, also your own domain or your own server. For example: https://example.halopsa.com.',
    type: 'text',
    required: true,
  },
  {
    key: 'clientId',
    label: 'Client ID',
    help: 'From the application under Configuration, Integrations, HALO API, View Applications. Its method is Client ID and Secret (Services).',
    type: 'text',
    required: true,
  },
  {
    key: 'clientSecret',
    label: 'Client Secret',
    help: 'Shown once, when the application is made. The password of each webhook is derived from it.',
    type: 'secret',
    required: true,
  },
  {
    key: 'previousClientSecret',
    label: 'Previous Client Secret',
    help: 'After the client secret was replaced, deliveries with a password derived from the old one are still accepted.',
    type: 'secret',
  },
  {
    key: 'tenant',
    label: 'Tenant',
    help: 'Only needed where HALO does not tell it by itself. It is shown beside the API settings; a server of your own may have none.',
    type: 'text',
  },
  {
    key: 'scope',
    label: 'Scope',
    help: 'What the token is for. It can be no more than the permissions of the application.',
    type: 'text',
    default: 'all',
  },
  {
    key: 'authUrl',
    label: 'Authorization Server URL',
    help: 'Only needed where tokens come from another address than HALO itself, such as https://auth.example.com/auth.',
    type: 'text',
  },
  {
    key: 'webhookSecret',
    label: 'Webhook Secret',
    help: 'Only for webhooks made by hand. User name and password of the webhook with a colon between them, or the token at the end of its payload URL.',
    type: 'secret',
  },
  {
    key: 'previousWebhookSecret',
    label: 'Previous Webhook Secret',
    help: 'While you replace the secret, deliveries with either secret are accepted. Empty it afterwards.',
    type: 'secret',
  },
] as const satisfies readonly Setting[];
