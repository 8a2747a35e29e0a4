import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** The secret of a webhook that a person made: HALO sends it along and signs nothing. */
export class HaloWebhookApi implements ICredentialType {
  name = 'haloWebhookApi';

  displayName = 'HALO Webhook Secret API';

  icon: Icon = { light: 'file:../icons/halo.svg', dark: 'file:../icons/halo.dark.svg' };

  documentationUrl = 'https://github.com/carehooks/carehooks/blob/main/docs/platforms/halo.md';

  properties: INodeProperties[] = [
    {
      displayName: 'Webhook Secret',
      name: 'secret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      placeholder: 'e.g. carehooks:a-long-random-password',
      hint: 'User name and password of the webhook with a colon between them, or the token at the end of its payload URL',
    },
    {
      displayName: 'Secret of the Test Webhook',
      name: 'testSecret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      hint: 'Of a second webhook with the test URL, written alike. Only used while n8n waits for a test event.',
    },
    {
      displayName: 'Previous Webhook Secret',
      name: 'previousSecret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      hint: 'While you replace the secret, deliveries with either secret are accepted. Empty it afterwards.',
    },
  ];
}
