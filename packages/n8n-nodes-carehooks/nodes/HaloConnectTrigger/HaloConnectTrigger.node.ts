import { haloConnect } from '@carehooks/core';
import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  type IWebhookFunctions,
  type IWebhookResponseData,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { checkSecrets } from '../credential/check-secrets.ts';
import { completeEvents } from '../runtime/complete-events.ts';
import { subtitle, triggerPanel, version, webhooks } from '../description/base.ts';
import { lifecycle } from '../runtime/lifecycle.ts';
import { loadChoices } from '../runtime/load-choices.ts';
import { eventOptions } from '../description/option-lists.ts';
import {
  acceptUnsigned,
  deadline,
  fieldFilters,
  onFailure,
  output,
  relatedRecords,
  replayWindow,
} from '../description/properties.ts';
import { receive } from '../runtime/receive.ts';
import { testConnection } from '../credential/test-connection.ts';
import type { Trigger } from '../runtime/trigger.ts';

const trigger: Trigger = {
  platform: haloConnect,
  secretCredential: 'haloConnectWebhookApi',
  apiCredential: 'haloConnectApi',
};

export class HaloConnectTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Halo Connect Trigger',
    name: 'haloConnectTrigger',
    icon: { light: 'file:../../icons/halo-connect.svg', dark: 'file:../../icons/halo-connect.dark.svg' },
    group: ['trigger'],
    version,
    subtitle,
    description: 'Starts the workflow when a query in Halo Connect has a new result',
    eventTriggerDescription: 'Waiting for Halo Connect to call the test URL',
    activationMessage: 'Deliveries of Halo Connect to the production URL now start this workflow.',
    defaults: { name: 'Halo Connect Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      { name: 'haloConnectWebhookApi', displayName: 'Webhook secret', testedBy: 'checkSecrets' },
      {
        name: 'haloConnectApi',
        displayName: 'API key (only for related records)',
        testedBy: 'testConnection',
      },
    ],
    webhooks,
    triggerPanel: triggerPanel({
      opening: 'Halo Connect sends all webhooks of an environment to one URL.',
      build:
        'have the webhooks of the stage environment sent to the test URL, click Execute step, and run a query there.',
      ready:
        'have the webhooks of the production environment sent to the production URL and publish the workflow.',
      hint: 'have Halo Connect support send the webhooks to the production URL and publish the workflow.',
    }),
    properties: [
      {
        // Of all markup a notice keeps lists and links only; an empty list parts two paragraphs.
        displayName:
          'Have Halo Connect support set up the webhook:<ul></ul>1. Open Webhook URLs above and send the Production URL to Halo Connect support (for the stage environment, the Test URL). An environment has one URL, or one for async and one for registered queries.<ul></ul>2. Ask for the webhook secret of the environment and enter it in the credential above.<ul></ul>3. All sites and queries arrive here. Add the options Site IDs or Query Names or IDs to choose among them.',
        name: 'setup',
        type: 'notice',
        default: '',
      },
      {
        displayName: 'Events',
        name: 'events',
        type: 'multiOptions',
        required: true,
        default: ['*'],
        description: 'What starts the workflow. A query that fails is not told.',
        options: eventOptions(haloConnect, 'Every event that the webhook sends, also those added later'),
      },
      relatedRecords(
        haloConnect,
        'What to fetch and fill in. Deliveries only hold IDs. Halo Connect must allow the IP address of this n8n server.',
      ),
      output('All fields of the delivery, and all rows'),
      {
        displayName: 'Options',
        name: 'options',
        type: 'collection',
        placeholder: 'Add option',
        default: {},
        options: [
          acceptUnsigned,
          deadline,
          fieldFilters('delivery', { field: 'queryId', values: 'abcdef01-2345-6789-abcd-ef0123456789' }),
          onFailure,
          {
            displayName: 'Maximum Rows',
            name: 'maxRows',
            type: 'number',
            default: 1000,
            typeOptions: { minValue: 0 },
            description:
              'Further rows of a result are cut off, and its field truncated says so. 0 fetches all rows.',
          },
          {
            displayName: 'Query Names or IDs',
            name: 'queryId',
            type: 'multiOptions',
            typeOptions: { loadOptionsMethod: 'queries' },
            default: [],
            description:
              'Only these queries. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
          },
          {
            displayName: 'Raw Result',
            name: 'rawData',
            type: 'options',
            default: '',
            options: [
              { name: 'Base64', value: 'base64' },
              { name: 'Leave Out', value: '' },
            ],
            description: 'The result as the API sends it, page by page, besides the rows read from it',
          },
          replayWindow(),
          {
            displayName: 'Signature Header',
            name: 'signatureHeader',
            type: 'string',
            default: '',
            placeholder: 'e.g. X-Halo-Signature-256',
            description: 'Look for the signature in this header, where a proxy renames it',
          },
          {
            displayName: 'Site IDs',
            name: 'siteId',
            type: 'string',
            default: '',
            placeholder: 'e.g. 12345678-abcd-ef01-2345-6789abcdef01',
            description: 'Only these practices: their Halo GUIDs, with commas between them',
          },
          {
            displayName: 'Source',
            name: 'webhookSource',
            type: 'multiOptions',
            default: [],
            description: 'Only queries of these kinds',
            options: [
              { name: 'Async', value: 'async' },
              { name: 'Registered', value: 'registered' },
            ],
          },
        ],
      },
    ],
  };

  methods = {
    loadOptions: loadChoices(trigger),
    credentialTest: {
      checkSecrets,
      testConnection: testConnection(haloConnect),
    },
  };

  webhookMethods = lifecycle(trigger);

  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    return receive(this, trigger);
  }

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return [await completeEvents(this, trigger)];
  }
}
