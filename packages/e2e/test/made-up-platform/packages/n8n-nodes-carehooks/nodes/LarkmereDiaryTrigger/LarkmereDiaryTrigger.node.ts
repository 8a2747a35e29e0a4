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
import { subtitle, triggerPanel, version, webhooks } from '../description/base.ts';
import { lifecycle } from '../runtime/lifecycle.ts';
import { eventOptions } from '../description/option-lists.ts';
import {
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

const trigger: Trigger = { platform: larkmereDiary, apiCredential: 'larkmereDiaryApi' };

export class LarkmereDiaryTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Larkmere Diary Trigger',
    name: 'larkmereDiaryTrigger',
    icon: { light: 'file:../../icons/larkmere-diary.svg', dark: 'file:../../icons/larkmere-diary.dark.svg' },
    group: ['trigger'],
    version,
    subtitle,
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
    webhooks,
    triggerPanel: triggerPanel({
      build: 'click Execute step and change a booking in Larkmere Diary.',
      ready: 'publish it. The production URL is registered then.',
      hint: 'publish it: that registers the webhook with Larkmere Diary.',
    }),
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
        options: eventOptions(larkmereDiary, 'Every event of this list'),
      },
      relatedRecords(larkmereDiary),
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
