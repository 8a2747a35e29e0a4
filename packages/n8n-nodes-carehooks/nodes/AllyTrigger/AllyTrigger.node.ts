import { ally } from '@carehooks/core';
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
import { eventOptions } from '../description/option-lists.ts';
import {
  acceptUnsigned,
  deadline,
  fieldFilters,
  onFailure,
  output,
  relatedRecords,
} from '../description/properties.ts';
import { receive } from '../runtime/receive.ts';
import { testConnection } from '../credential/test-connection.ts';
import type { Trigger } from '../runtime/trigger.ts';

const trigger: Trigger = { platform: ally, secretCredential: 'allyWebhookApi', apiCredential: 'allyApi' };

export class AllyTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Ally (Heim) Trigger',
    name: 'allyTrigger',
    icon: { light: 'file:../../icons/ally.svg', dark: 'file:../../icons/ally.dark.svg' },
    group: ['trigger'],
    version,
    subtitle,
    description: 'Starts the workflow when appointments change in Ally (Heim)',
    eventTriggerDescription: 'Waiting for Ally (Heim) to call the test URL',
    activationMessage: 'Deliveries of Ally (Heim) to the production URL now start this workflow.',
    defaults: { name: 'Ally (Heim) Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      {
        name: 'allyWebhookApi',
        displayName: 'Webhook secret',
        testedBy: 'checkSecrets',
      },
      {
        name: 'allyApi',
        displayName: 'API key (only for related records)',
        testedBy: 'testConnection',
      },
    ],
    webhooks,
    triggerPanel: triggerPanel({
      build:
        'make a webhook with the test URL in the Test Mode of the Ally (Heim) dashboard, click Execute step, and create an appointment there.',
      ready: 'make a webhook with the production URL and publish the workflow.',
      hint: 'make a webhook with the production URL in the Ally (Heim) dashboard and publish the workflow.',
    }),
    properties: [
      {
        // Of all markup a notice keeps lists and links only; an empty list parts two paragraphs.
        displayName:
          'Set up the webhook in the Ally (Heim) dashboard:<ul></ul>1. Switch Test Mode off for live data, or on for test data. You need the role Administrator or Developer.<ul></ul>2. Click the cog icon in the top right corner, choose Webhooks, and click Add webhook.<ul></ul>3. Open Webhook URLs above and paste the Production URL as the Payload URL (the Test URL for a webhook to try things out). Choose the same events as here and click Add webhook.<ul></ul>4. Copy the webhook secret at once, as it is shown only now, and enter it in the credential above.',
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
        description: 'What starts the workflow. Choose the same events for the webhook in the dashboard.',
        options: eventOptions(ally, 'Every event that the webhook sends, also those added later'),
      },
      relatedRecords(ally),
      output('All fields of the appointment'),
      {
        displayName: 'Options',
        name: 'options',
        type: 'collection',
        placeholder: 'Add option',
        default: {},
        options: [
          acceptUnsigned,
          {
            displayName: 'Event Header',
            name: 'eventHeader',
            type: 'string',
            default: '',
            placeholder: 'e.g. X-Event',
            description:
              'Name of a header that names the event. Without one, add ?event=appointment.created or another event to the URL of a webhook to tell events apart for certain.',
          },
          deadline,
          fieldFilters('appointment', { field: 'location.postalCode', values: 'scheduled, completed' }),
          onFailure,
          {
            displayName: 'Signature Header',
            name: 'signatureHeader',
            type: 'string',
            default: '',
            placeholder: 'e.g. X-Signature',
            description:
              'Only look for the signature in this header. Otherwise it is found by itself, and trigger.signatureHeader of the item names the header.',
          },
        ],
      },
    ],
  };

  methods = {
    credentialTest: {
      checkSecrets,
      testConnection: testConnection(ally),
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
