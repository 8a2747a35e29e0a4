import { ekaCare } from '@carehooks/core';
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
import { loadChoices } from '../runtime/load-choices.ts';
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

const trigger: Trigger = { platform: ekaCare, apiCredential: 'ekaCareApi' };

export class EkaCareTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Eka Care Trigger',
    name: 'ekaCareTrigger',
    icon: { light: 'file:../../icons/eka-care.svg', dark: 'file:../../icons/eka-care.dark.svg' },
    group: ['trigger'],
    version,
    subtitle,
    description: 'Starts the workflow when appointments, prescriptions or receipts change in Eka Care',
    eventTriggerDescription: 'Waiting for Eka Care to call the test URL',
    activationMessage: 'Eka Care now sends the chosen events to this workflow.',
    defaults: { name: 'Eka Care Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      { name: 'ekaCareApi', displayName: 'Eka Care API', required: true, testedBy: 'testConnection' },
    ],
    webhooks,
    triggerPanel: triggerPanel({
      build:
        'click Execute step. The test URL is registered with Eka Care until one delivery has come: change an appointment there.',
      ready: 'publish it. The production URL is registered then.',
      hint: 'publish it: that registers the webhook with Eka Care.',
    }),
    properties: [
      {
        displayName:
          'The webhook is registered with Eka Care when you publish the workflow, and removed when you unpublish it. Deliveries are signed with a key of their own, derived from the client secret.',
        name: 'setup',
        type: 'notice',
        default: '',
      },
      {
        displayName: 'Events',
        name: 'events',
        type: 'multiOptions',
        required: true,
        default: ['appointment.created', 'appointment.updated'],
        description: 'What starts the workflow. Others can be named under Custom Events in the options.',
        options: eventOptions(ekaCare, 'Every event of this list'),
      },
      relatedRecords(ekaCare),
      output('All fields of the event'),
      {
        displayName: 'Options',
        name: 'options',
        type: 'collection',
        placeholder: 'Add option',
        default: {},
        options: [
          {
            displayName: 'Clinic Names or IDs',
            name: 'clinicId',
            type: 'multiOptions',
            typeOptions: { loadOptionsMethod: 'clinics' },
            default: [],
            description:
              'Only events about these clinics. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
          },
          {
            displayName: 'Custom Events',
            name: 'customEvents',
            type: 'string',
            default: '',
            placeholder: 'e.g. abha.created, rec.created',
            description:
              'Names of further events, with commas between them. Eka Care adds some often, and a few are only sent to partners.',
          },
          {
            displayName: 'Doctor Names or IDs',
            name: 'doctorId',
            type: 'multiOptions',
            typeOptions: { loadOptionsMethod: 'doctors' },
            default: [],
            description:
              'Only events about these doctors. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
          },
          deadline,
          fieldFilters('event', { field: 'status', values: 'CN, CND, CNS' }),
          onFailure,
          replayWindow(
            "How old a delivery may be, or how far ahead of this server's clock. Eka Care suggests 180; 0 accepts any age.",
          ),
        ],
      },
    ],
  };

  methods = {
    loadOptions: loadChoices(trigger),
    credentialTest: { testConnection: testConnection(ekaCare) },
  };

  webhookMethods = lifecycle(trigger);

  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    return receive(this, trigger);
  }

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return [await completeEvents(this, trigger)];
  }
}
