import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** The secret of one webhook. A second webhook has a second secret, while the API key stays the same. */
export class AllyWebhookApi implements ICredentialType {
  name = 'allyWebhookApi';

  displayName = 'Ally (Heim) Webhook Secret API';

  icon: Icon = { light: 'file:../icons/ally.svg', dark: 'file:../icons/ally.dark.svg' };

  documentationUrl = 'https://github.com/carehooks/carehooks/blob/main/docs/platforms/ally.md';

  properties: INodeProperties[] = [
    {
      displayName: 'Webhook Secret',
      name: 'secret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      hint: 'Shown once, when the webhook is created in the Ally (Heim) dashboard',
    },
    {
      displayName: 'Secret of the Test Webhook',
      name: 'testSecret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      hint: 'Of a second webhook with the test URL. Only used while n8n waits for a test event.',
    },
    {
      displayName: 'Previous Webhook Secret',
      name: 'previousSecret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      hint: 'While you replace a webhook, deliveries signed with either secret are accepted. Empty it afterwards.',
    },
  ];
}
