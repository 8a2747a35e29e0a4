import { larkmereDiary } from '@carehooks/core';
import type { IAuthenticate, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authorizeWith } from '../nodes/credential/authorize.ts';

/** Access to a practice: it registers hooks, verifies their deliveries, and fetches clients. */
export class LarkmereDiaryApi implements ICredentialType {
  name = 'larkmereDiaryApi';

  displayName = 'Larkmere Diary API';

  icon: Icon = { light: 'file:../icons/larkmere-diary.svg', dark: 'file:../icons/larkmere-diary.dark.svg' };

  documentationUrl = 'https://github.com/carehooks/carehooks/blob/main/docs/platforms/larkmere-diary.md';

  properties: INodeProperties[] = [
    {
      displayName: 'API Key',
      name: 'apiKey',
      type: 'string',
      typeOptions: { password: true },
      required: true,
      default: '',
      hint: 'Made under Practice, then Integrations. The signing key of each webhook is derived from it.',
    },
    {
      displayName: 'Previous API Key',
      name: 'previousApiKey',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      hint: 'After the API key was replaced, deliveries signed with a key of the old one are still accepted',
    },
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: 'https://api.larkmere.example/v3',
      hint: 'Where the API answers. Practices in Canada have an address of their own.',
    },
  ];

  authenticate: IAuthenticate = authorizeWith(larkmereDiary);
}
