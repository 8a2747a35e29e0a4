import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** The secret that the webhooks of an environment are signed with. */
export class HaloConnectWebhookApi implements ICredentialType {
  name = 'haloConnectWebhookApi';

  displayName = 'Halo Connect Webhook Secret API';

  icon: Icon = { light: 'file:../icons/halo-connect.svg', dark: 'file:../icons/halo-connect.dark.svg' };

  documentationUrl = 'https://github.com/carehooks/carehooks/blob/main/docs/platforms/halo-connect.md';

  properties: INodeProperties[] = [
    {
      displayName: 'Webhook Secret',
      name: 'secret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      hint: 'The integrator secret of the environment, from Halo Connect support',
    },
    {
      displayName: 'Secret of the Test Webhook',
      name: 'testSecret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      hint: 'Of another environment, such as stage, whose webhook has the test URL. Only used while n8n waits for a test event.',
    },
    {
      displayName: 'Previous Webhook Secret',
      name: 'previousSecret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      hint: 'While the secret is replaced, deliveries signed with either secret are accepted. Empty it afterwards.',
    },
    {
      displayName: 'Secret Encoding',
      name: 'keyEncoding',
      type: 'options',
      options: [
        { name: 'Base64', value: 'base64' },
        { name: 'Hex', value: 'hex' },
        { name: 'Plain Text', value: 'utf8' },
      ],
      default: 'utf8',
      hint: 'How the secret is written. Try another one when the secret is right and no signature matches.',
    },
  ];
}
