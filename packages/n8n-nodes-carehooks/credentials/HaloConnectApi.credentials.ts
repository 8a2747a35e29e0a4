import { haloConnect } from '@carehooks/core';
import type { IAuthenticate, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authorizeWith } from '../nodes/credential/authorize.ts';

/** Access to an integrator's API, to fetch what deliveries point to. The secret of webhooks is a credential of its own. */
export class HaloConnectApi implements ICredentialType {
  name = 'haloConnectApi';

  displayName = 'Halo Connect API';

  icon: Icon = { light: 'file:../icons/halo-connect.svg', dark: 'file:../icons/halo-connect.dark.svg' };

  documentationUrl = 'https://github.com/carehooks/carehooks/blob/main/docs/platforms/halo-connect.md';

  properties: INodeProperties[] = [
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
      hint: 'Production and stage have separate subscription keys',
    },
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: '',
      placeholder: 'e.g. https://halo-proxy.example.org',
      displayOptions: { show: { environment: ['custom'] } },
      hint: 'Where the API answers, e.g. a proxy with an IP address that Halo Connect allows',
    },
    {
      displayName: 'Subscription Key',
      name: 'apiKey',
      type: 'string',
      typeOptions: { password: true },
      required: true,
      default: '',
      hint: 'From the Halo Connect portal; each environment has its own. Halo Connect must allow the IP address that requests come from.',
    },
    {
      displayName: 'Site ID',
      name: 'siteId',
      type: 'string',
      required: true,
      default: '',
      placeholder: 'e.g. 12345678-abcd-ef01-2345-6789abcdef01',
      hint: 'Halo GUID of a practice. The connection is tested with it, and its registered queries can be chosen in filters.',
    },
  ];

  authenticate: IAuthenticate = authorizeWith(haloConnect);
}
