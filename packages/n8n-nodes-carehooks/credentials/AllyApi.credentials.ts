import { ally } from '@carehooks/core';
import type { IAuthenticate, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authorizeWith } from '../nodes/credential/authorize.ts';

/** Access to the account's API, to fetch related records. The secret of a webhook is a credential of its own. */
export class AllyApi implements ICredentialType {
  name = 'allyApi';

  displayName = 'Ally (Heim) API';

  icon: Icon = { light: 'file:../icons/ally.svg', dark: 'file:../icons/ally.dark.svg' };

  documentationUrl = 'https://github.com/carehooks/carehooks/blob/main/docs/platforms/ally.md';

  properties: INodeProperties[] = [
    {
      displayName: 'API Key',
      name: 'apiKey',
      type: 'string',
      typeOptions: { password: true },
      required: true,
      default: '',
      hint: 'An administrator finds it in the Ally (Heim) dashboard. It starts with test_ or live_.',
    },
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: 'https://api.heim.health/v1',
      hint: 'Where the API answers. Ally is now named Heim; the old address is https://api.allyhealth.co.uk/v1.',
    },
    {
      displayName: 'Authorization Scheme',
      name: 'authorizationScheme',
      type: 'options',
      options: [
        { name: 'API Key Alone', value: '' },
        { name: 'Bearer', value: 'Bearer' },
      ],
      default: '',
      hint: 'How the API key is sent. Try Bearer when the key is right and still not accepted.',
    },
    {
      displayName: 'Expand Query',
      name: 'expandQuery',
      type: 'string',
      default: 'expand={relations}',
      hint: 'Query that asks the API for related records in one request. {relations} becomes a list with commas; a part with {relation} is repeated for each. Leave empty to fetch each record by itself.',
    },
  ];

  authenticate: IAuthenticate = authorizeWith(ally);
}
