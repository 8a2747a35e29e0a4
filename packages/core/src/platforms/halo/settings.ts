import type { Setting } from '../../connection.ts';

/** Applications and their permissions: https://usehalo.com/guides/929 */
export const settings = [
  {
    key: 'haloUrl',
    label: 'HALO URL',
    help: 'The address at which you open HALO, such as https://example.halopsa.com, your own domain, or that of your own server.',
    type: 'text',
    required: true,
  },
  {
    key: 'clientId',
    label: 'Client ID',
    help: 'Of the application under Configuration, Integrations, HALO API, View Applications. Its method is Client ID and Secret (Services).',
    type: 'text',
    required: true,
  },
  {
    key: 'clientSecret',
    label: 'Client Secret',
    help: 'Shown once when the application is made. The passwords of webhooks are derived from it.',
    type: 'secret',
    required: true,
  },
  {
    key: 'previousClientSecret',
    label: 'Previous Client Secret',
    help: 'After a change of the client secret, deliveries of webhooks made with the old one are accepted while it is here.',
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
    help: 'Only needed where tokens are got at another host than HALO itself, such as https://auth.example.com/auth.',
    type: 'text',
  },
  {
    key: 'webhookSecret',
    label: 'Webhook Secret',
    help: 'Only for webhooks that you make by hand: user name and password with a colon between them, or the token at the end of the payload URL.',
    type: 'secret',
  },
  {
    key: 'previousWebhookSecret',
    label: 'Previous Webhook Secret',
    help: 'While the secret of a webhook is changed, deliveries with either are accepted.',
    type: 'secret',
  },
] as const satisfies readonly Setting[];
