import { halo } from '@carehooks/core';
import type { IAuthenticate, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authorizeWith } from '../nodes/credential/authorize.ts';
import { logInWith } from '../nodes/credential/log-in.ts';

/** Access to an instance: it makes webhooks, verifies their deliveries, and fetches related records. */
export class HaloApi implements ICredentialType {
  name = 'haloApi';

  displayName = 'HALO API';

  icon: Icon = { light: 'file:../icons/halo.svg', dark: 'file:../icons/halo.dark.svg' };

  documentationUrl = 'https://github.com/carehooks/carehooks/blob/main/docs/platforms/halo.md';

  properties: INodeProperties[] = [
    {
      displayName: 'Access Token',
      name: 'accessToken',
      type: 'hidden',
      typeOptions: { expirable: true, password: true },
      default: '',
    },
    {
      displayName: 'HALO URL',
      name: 'haloUrl',
      type: 'string',
      required: true,
      default: '',
      placeholder: 'e.g. https://example.halopsa.com',
      hint: 'The address at which you open HALO, also your own domain or your own server',
    },
    {
      displayName: 'Client ID',
      name: 'clientId',
      type: 'string',
      required: true,
      default: '',
      hint: 'From the application under Configuration, Integrations, HALO API, View Applications. Its method is Client ID and Secret (Services).',
    },
    {
      displayName: 'Client Secret',
      name: 'clientSecret',
      type: 'string',
      typeOptions: { password: true },
      required: true,
      default: '',
      hint: 'Shown once, when the application is made. The password of each webhook is derived from it.',
    },
    {
      displayName: 'Previous Client Secret',
      name: 'previousClientSecret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      hint: 'After the client secret was replaced, deliveries with a password derived from the old one are still accepted',
    },
    {
      displayName: 'Tenant',
      name: 'tenant',
      type: 'string',
      default: '',
      hint: 'Only needed where HALO does not tell it by itself. It is shown beside the API settings; a server of your own may have none.',
    },
    {
      displayName: 'Scope',
      name: 'scope',
      type: 'string',
      default: 'all',
      hint: 'What the token is for. It can be no more than the permissions of the application.',
    },
    {
      displayName: 'Authorization Server URL',
      name: 'authUrl',
      type: 'string',
      default: '',
      placeholder: 'e.g. https://auth.example.com/auth',
      hint: 'Only needed where tokens come from another address than HALO itself',
    },
  ];

  preAuthentication = logInWith(halo);

  authenticate: IAuthenticate = authorizeWith(halo);
}
