import { ally } from '@carehooks/core';
import {
  type ICredentialsDecrypted,
  type ICredentialTestFunctions,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  type IWebhookFunctions,
  type IWebhookResponseData,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { checkSecrets } from '../runtime/check-secret.ts';
import { completeEvents } from '../runtime/complete-events.ts';
import { lifecycle } from '../runtime/lifecycle.ts';
import {
  acceptUnsigned,
  deadline,
  fieldFilters,
  onFailure,
  output,
  relatedRecords,
} from '../runtime/properties.ts';
import { receive } from '../runtime/receive.ts';
import { testConnection } from '../runtime/test-connection.ts';
import type { Trigger } from '../runtime/trigger.ts';

const trigger: Trigger = { platform: ally, secretCredential: 'allyWebhookApi', apiCredential: 'allyApi' };

export class AllyTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Ally (Heim) Trigger',
    name: 'allyTrigger',
    icon: { light: 'file:../../icons/ally.svg', dark: 'file:../../icons/ally.dark.svg' },
    group: ['trigger'],
    // Not version 1: n8n evaluates an expression for it on every delivery, before the node runs.
    version: 2,
    subtitle: '={{ $parameter["events"].includes("*") ? "any event" : $parameter["events"].join(", ") }}',
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
    webhooks: [
      {
        name: 'default',
        httpMethod: 'POST',
        path: 'webhook',
        responseMode: 'onReceived',
        responseData: 'noData',
      },
    ],
    triggerPanel: {
      executionsHelp: {
        inactive:
          'Webhooks have two modes: test and production.<br /><br /><b>While you build</b>, make a webhook with the test URL in the Test Mode of the Ally (Heim) dashboard, click Execute step, and create an appointment there.<br /><br /><b>When the workflow is ready</b>, make a webhook with the production URL and publish the workflow.',
        active:
          'Webhooks have two modes: test and production.<br /><br /><b>While you build</b>, make a webhook with the test URL in the Test Mode of the Ally (Heim) dashboard, click Execute step, and create an appointment there.<br /><br /><b>Deliveries to the production URL</b> start the workflow by themselves. They are in the <a data-key="executions">executions list</a>.',
      },
      activationHint:
        'Once you have built the workflow, make a webhook with the production URL in the Ally (Heim) dashboard and publish the workflow.',
    },
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
        options: [
          {
            name: 'Any Event',
            value: '*',
            description: 'Every event that the webhook sends, also those added later',
          },
          {
            name: 'Appointment Cancelled',
            value: 'appointment.cancelled',
            description: 'When an appointment is cancelled, or its cancellation reason is edited',
          },
          {
            name: 'Appointment Completed',
            value: 'appointment.completed',
            description: 'When the visit of an appointment is done',
          },
          {
            name: 'Appointment Created',
            value: 'appointment.created',
            description: 'When an appointment is created',
          },
          {
            name: 'Appointment Scheduled',
            value: 'appointment.scheduled',
            description: 'When an appointment gets a time window, or another one',
          },
          {
            name: 'Appointment Updated',
            value: 'appointment.updated',
            description: 'When an appointment is saved, even where nothing visible has changed',
          },
        ],
      },
      relatedRecords([
        {
          name: 'Patient',
          value: 'patient',
          description: 'The person who is visited, with name and contact details',
        },
        { name: 'Practitioner', value: 'practitioner', description: 'The person who makes the visit' },
        { name: 'Task', value: 'task', description: 'What is to be done at the visit' },
        { name: 'Window', value: 'window', description: 'The time window of the visit' },
      ]),
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
      async checkSecrets(this: ICredentialTestFunctions, credential: ICredentialsDecrypted) {
        return checkSecrets(credential);
      },
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
