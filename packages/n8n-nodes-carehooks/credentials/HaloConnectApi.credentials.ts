import { haloConnect } from '@carehooks/core';
import type {
  IAuthenticate,
  Icon,
  ICredentialTestRequest,
  ICredentialType,
  INodeProperties,
} from 'n8n-workflow';
import { authorizeWith } from '../nodes/runtime/authorize.ts';

/** Access to an integrator's API, to fetch what deliveries point to. The secret of webhooks is a credential of its own. */
export class HaloConnectApi implements ICredentialType {
  name = 'haloConnectApi';

  displayName = 'Halo Connect API';

  icon: Icon = { light: 'file:../icons/halo-connect.svg', dark: 'file:../icons/halo-connect.dark.svg' };

  documentationUrl = 'https://github.com/carehooks/carehooks/blob/main/docs/platforms/halo-connect.md';

  properties: INodeProperties[] = [
    {
      displayName: 'Subscription Key',
      name: 'apiKey',
      type: 'string',
      typeOptions: { password: true },
      required: true,
      default: '',
      description:
        'In the Halo Connect portal. Each environment has its own, and Halo Connect must allow the address of this n8n server.',
    },
    {
      displayName: 'Environment',
      name: 'environment',
      type: 'options',
      options: [
        { name: 'Production', value: 'production' },
        { name: 'Stage', value: 'stage' },
        { name: 'Other Base URL', value: 'custom' },
      ],
      default: 'production',
    },
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: '',
      placeholder: 'e.g. https://halo-proxy.example.org',
      displayOptions: { show: { environment: ['custom'] } },
      description: 'Where the API answers, e.g. a proxy with an address that Halo Connect allows',
    },
    {
      displayName: 'Site ID',
      name: 'siteId',
      type: 'string',
      required: true,
      default: '',
      placeholder: 'e.g. 12345678-abcd-ef01-2345-6789abcdef01',
      description:
        'Halo GUID of a practice. The connection is tested with it, and its registered queries can be chosen in filters.',
    },
  ];

  authenticate: IAuthenticate = authorizeWith(haloConnect);

  test: ICredentialTestRequest = {
    request: {
      baseURL:
        '={{ ({ production: "https://api.haloconnect.io", stage: "https://api.stage.haloconnect.io" })[$credentials.environment] || $credentials.baseUrl }}',
      url: '=/integrator/sites/{{ encodeURIComponent($credentials.siteId) }}',
    },
  };
}
