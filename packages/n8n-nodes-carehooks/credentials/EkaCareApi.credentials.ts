import { ekaCare } from '@carehooks/core';
import type { IAuthenticate, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authorizeWith } from '../nodes/credential/authorize.ts';
import { logInWith } from '../nodes/credential/log-in.ts';

/** Access to a workspace: it registers webhooks, verifies their deliveries, and fetches related records. */
export class EkaCareApi implements ICredentialType {
  name = 'ekaCareApi';

  displayName = 'Eka Care API';

  icon: Icon = { light: 'file:../icons/eka-care.svg', dark: 'file:../icons/eka-care.dark.svg' };

  documentationUrl = 'https://github.com/carehooks/carehooks/blob/main/docs/platforms/eka-care.md';

  properties: INodeProperties[] = [
    {
      displayName: 'Access Token',
      name: 'accessToken',
      type: 'hidden',
      typeOptions: { expirable: true, password: true },
      default: '',
    },
    {
      displayName: 'Environment',
      name: 'environment',
      type: 'options',
      options: [
        { name: 'Custom Base URL', value: 'custom' },
        { name: 'Production', value: 'production' },
        { name: 'Stage', value: 'stage' },
      ],
      default: 'production',
      hint: 'Production and stage have separate accounts',
    },
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      displayOptions: { show: { environment: ['custom'] } },
      default: '',
      placeholder: 'e.g. https://api-dev.eka.care',
      hint: 'Where the API answers',
    },
    {
      displayName: 'Client ID',
      name: 'clientId',
      type: 'string',
      required: true,
      default: '',
      hint: 'From the API clients in the Eka Care console, https://console.eka.care',
    },
    {
      displayName: 'Client Secret',
      name: 'clientSecret',
      type: 'string',
      typeOptions: { password: true },
      required: true,
      default: '',
      hint: 'Shown with the client ID in the console. The signing key of each webhook is derived from it.',
    },
    {
      displayName: 'Previous Client Secret',
      name: 'previousClientSecret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      hint: 'After the client secret was replaced, deliveries signed with a key derived from the old one are still accepted',
    },
    {
      displayName: 'Sharing Key',
      name: 'sharingSecret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      hint: 'Only needed to work on the data of another workspace, which gives you this key',
    },
    {
      displayName: 'Also Send Auth Header',
      name: 'sendAuthHeader',
      type: 'options',
      options: [
        { name: 'No', value: 'no' },
        { name: 'Yes', value: 'yes' },
      ],
      default: 'no',
      hint: 'Sends the token in the header auth as well. Try this when the login works and calls are still refused.',
    },
  ];

  preAuthentication = logInWith(ekaCare);

  authenticate: IAuthenticate = authorizeWith(ekaCare);
}
