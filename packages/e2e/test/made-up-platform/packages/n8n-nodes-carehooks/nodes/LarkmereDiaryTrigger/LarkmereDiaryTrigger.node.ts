import { larkmereDiary } from '@carehooks/core';
import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  type IWebhookFunctions,
  type IWebhookResponseData,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { completeEvents } from '../runtime/complete-events.ts';
import { lifecycle } from '../runtime/lifecycle.ts';
import {
  deadline,
  fieldFilters,
  onFailure,
  output,
  relatedRecords,
  replayWindow,
} from '../runtime/properties.ts';
import { receive } from '../runtime/receive.ts';
import { testConnection } from '../runtime/test-connection.ts';
import type { Trigger } from '../runtime/trigger.ts';

const trigger: Trigger = { platform: larkmereDiary, apiCredential: 'larkmereDiaryApi' };

export class LarkmereDiaryTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Larkmere Diary Trigger',
    name: 'larkmereDiaryTrigger',
    icon: { light: 'file:../../icons/larkmere-diary.svg', dark: 'file:../../icons/larkmere-diary.dark.svg' },
    group: ['trigger'],
    // Not version 1: n8n evaluates an expression for it on every delivery, before the node runs.
    version: 2,
    subtitle: '={{ $parameter["events"].includes("*") ? "any event" : $parameter["events"].join(", ") }}',
    description: 'Starts the workflow when bookings change in Larkmere Diary',
    eventTriggerDescription: 'Waiting for Larkmere Diary to call the test URL',
    activationMessage: 'Larkmere Diary now sends the chosen events to this workflow.',
    defaults: { name: 'Larkmere Diary Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      {
        name: 'larkmereDiaryApi',
        displayName: 'Larkmere Diary API',
        required: true,
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
          '<b>While you build</b>, click Execute step and change a booking in Larkmere Diary.<br /><br /><b>When the workflow is ready</b>, publish it. The production URL is registered then.',
        active:
          '<b>While you build</b>, click Execute step and change a booking in Larkmere Diary.<br /><br /><b>Deliveries to the production URL</b> start the workflow by themselves. They are in the <a data-key="executions">executions list</a>.',
      },
      activationHint:
        'Once you have built the workflow, publish it: that registers the webhook with Larkmere Diary.',
    },
    properties: [
      {
        displayName:
          'The webhook is registered with Larkmere Diary when you publish the workflow, and removed when you unpublish it. Deliveries are signed with a key of their own, derived from the API key.',
        name: 'setup',
        type: 'notice',
        default: '',
      },
      {
        displayName: 'Events',
        name: 'events',
        type: 'multiOptions',
        required: true,
        default: ['booking.created'],
        description: 'What starts the workflow',
        options: [
          { name: 'Any Event', value: '*', description: 'Every event of this list' },
          {
            name: 'Booking Cancelled',
            value: 'booking.cancelled',
            description: 'When a booking is called off by either side',
          },
          { name: 'Booking Created', value: 'booking.created', description: 'When a booking is made' },
          {
            name: 'Booking Moved',
            value: 'booking.moved',
            description: 'When a booking gets another time or another practitioner',
          },
        ],
      },
      relatedRecords([
        {
          name: 'Client',
          value: 'client',
          description: 'The person who comes, with name and contact details',
        },
      ]),
      output('All fields of the booking'),
      {
        displayName: 'Options',
        name: 'options',
        type: 'collection',
        placeholder: 'Add option',
        default: {},
        options: [
          deadline,
          fieldFilters('booking', { field: 'practitioner.id', values: 'prc_12, prc_15' }),
          onFailure,
          replayWindow(),
        ],
      },
    ],
  };

  methods = { credentialTest: { testConnection: testConnection(larkmereDiary) } };

  webhookMethods = lifecycle(trigger);

  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    return receive(this, trigger);
  }

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return [await completeEvents(this, trigger)];
  }
}
