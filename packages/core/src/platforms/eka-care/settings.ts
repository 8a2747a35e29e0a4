import type { Setting } from '../../connection.ts';

/** Source: https://developer.eka.care/api-reference/authorization/getting-started. What it leaves open is a setting. */
export const settings = [
  {
    key: 'environment',
    label: 'Environment',
    help: 'Production and stage have separate accounts.',
    type: 'choice',
    choices: [
      { value: 'production', label: 'Production' },
      { value: 'stage', label: 'Stage' },
      { value: 'custom', label: 'Custom Base URL' },
    ],
    default: 'production',
  },
  {
    key: 'baseUrl',
    label: 'Base URL',
    help: 'Where the API answers. Only read if the environment is Custom Base URL.',
    type: 'text',
    default: '',
  },
  {
    key: 'clientId',
    label: 'Client ID',
    help: 'From the API clients in the Eka Care console, https://console.eka.care.',
    type: 'text',
    required: true,
  },
  {
    key: 'clientSecret',
    label: 'Client Secret',
    help: 'Shown with the client ID in the console. The signing key of each webhook is derived from it.',
    type: 'secret',
    required: true,
  },
  {
    key: 'previousClientSecret',
    label: 'Previous Client Secret',
    help: 'After the client secret was replaced, deliveries signed with a key derived from the old one are still accepted.',
    type: 'secret',
  },
  {
    key: 'sharingSecret',
    label: 'Sharing Key',
    help: 'Only needed to work on the data of another workspace, which gives you this key.',
    type: 'secret',
  },
  {
    key: 'sendAuthHeader',
    label: 'Also Send Auth Header',
    help: 'Sends the token in the header auth as well. Try this when the login works and calls are still refused.',
    type: 'choice',
    choices: [
      { value: 'no', label: 'No' },
      { value: 'yes', label: 'Yes' },
    ],
    default: 'no',
  },
] as const satisfies readonly Setting[];
