import { halo } from '@carehooks/core';
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
} from '../description/properties.ts';
import { receive } from '../runtime/receive.ts';
import { testConnection } from '../credential/test-connection.ts';
import type { Trigger } from '../runtime/trigger.ts';

const trigger: Trigger = { platform: halo, secretCredential: 'haloWebhookApi', apiCredential: 'haloApi' };

export class HaloTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'HALO Trigger',
    name: 'haloTrigger',
    icon: { light: 'file:../../icons/halo.svg', dark: 'file:../../icons/halo.dark.svg' },
    group: ['trigger'],
    version,
    subtitle,
    description: 'Starts the workflow when tickets change in HALO (HaloPSA, HaloITSM, HaloCRM)',
    eventTriggerDescription: 'Waiting for HALO to call the test URL',
    activationMessage: 'HALO now sends the chosen events to this workflow.',
    defaults: { name: 'HALO Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      {
        name: 'haloWebhookApi',
        displayName: 'Webhook secret',
        testedBy: 'checkSecrets',
        displayOptions: { show: { subscription: ['manual'] } },
      },
      { name: 'haloApi', displayName: 'HALO API', testedBy: 'testConnection' },
    ],
    webhooks,
    triggerPanel: triggerPanel({
      build:
        'click Execute step and change a ticket in HALO. Until one delivery has come, HALO has a webhook with the test URL; made by hand, it stays.',
      ready: 'publish it. Unless you make it by hand, the webhook with the production URL is made then.',
      hint: 'publish it. That makes the webhook in HALO, unless you make it by hand.',
    }),
    properties: [
      {
        displayName: 'Webhook',
        name: 'subscription',
        type: 'options',
        default: 'automatic',
        options: [
          {
            name: 'Made by This Trigger',
            value: 'automatic',
            description: 'When you publish the workflow; needs an application with admin rights',
          },
          {
            name: 'Made by Hand',
            value: 'manual',
            description: 'By an administrator of HALO, with the URL of this trigger',
          },
        ],
      },
      {
        displayName:
          'The webhook and its events are made in HALO when you publish the workflow, and removed when you unpublish it. Deliveries carry a password of their own, derived from the client secret.',
        name: 'setup',
        type: 'notice',
        default: '',
        displayOptions: { show: { subscription: ['automatic'] } },
      },
      {
        // Of all markup a notice keeps lists and links only; an empty list parts two paragraphs.
        displayName:
          'Set up the webhook in HALO, or ask an administrator to do so:<ul></ul>1. Open Configuration, Integrations, Webhooks and click New.<ul></ul>2. Open Webhook URLs above and paste the Production URL as the Payload URL (the Test URL for a webhook to try things out). Choose the type Standard Webhook, the method POST and the content type application/json.<ul></ul>3. Set Authentication to Basic with a user name and a long random password. Where that cannot be set, add ?token= and a long random text to the Payload URL instead.<ul></ul>4. Add the same events as here. A webhook without events sends nothing.<ul></ul>5. Enter user name and password with a colon between them, or the token, in the credential Webhook secret above.',
        name: 'steps',
        type: 'notice',
        default: '',
        displayOptions: { show: { subscription: ['manual'] } },
      },
      {
        displayName: 'Event Names or IDs',
        name: 'events',
        type: 'multiOptions',
        typeOptions: { loadOptionsMethod: 'events' },
        required: true,
        default: ['3 New Ticket Logged'],
        displayOptions: { show: { subscription: ['automatic'] } },
        description:
          'What starts the workflow, with its number in your HALO. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
      },
      {
        displayName: 'Events',
        name: 'events',
        type: 'multiOptions',
        required: true,
        default: ['*'],
        displayOptions: { show: { subscription: ['manual'] } },
        description: 'What starts the workflow. Others can be named under Custom Events in the options.',
        options: eventOptions(halo, 'Every event that the webhook sends, also those added later'),
      },
      relatedRecords(halo, 'Records to fetch and fill in. Deliveries mostly hold their IDs only.'),
      output('All fields of the event'),
      {
        displayName: 'Options',
        name: 'options',
        type: 'collection',
        placeholder: 'Add option',
        default: {},
        options: [
          { ...acceptUnsigned, displayOptions: { show: { '/subscription': ['manual'] } } },
          {
            displayName: 'Custom Events',
            name: 'customEvents',
            type: 'string',
            default: '',
            placeholder: 'e.g. 76 Ticket Status Changed',
            description:
              'Further events by number and name, with commas between them. For a webhook made by hand the name alone will do.',
          },
          deadline,
          fieldFilters('event', { field: 'ticket.priority_id', values: '1, 2' }),
          onFailure,
          {
            displayName: 'Private Notes',
            name: 'includePrivateNotes',
            type: 'options',
            default: 'no',
            options: [
              { name: 'Include', value: 'yes' },
              { name: 'Leave Out', value: 'no' },
            ],
            description:
              'What to do with notes that are hidden from the user, in fetched tickets and actions',
          },
          {
            displayName: 'Status Names or IDs',
            name: 'status',
            type: 'multiOptions',
            typeOptions: { loadOptionsMethod: 'statuses' },
            default: [],
            description:
              'Only tickets in these statuses. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
          },
          {
            displayName: 'Team Names or IDs',
            name: 'team',
            type: 'multiOptions',
            typeOptions: { loadOptionsMethod: 'teams' },
            default: [],
            description:
              'Only tickets of these teams. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
          },
          {
            displayName: 'Ticket Type Names or IDs',
            name: 'ticketType',
            type: 'multiOptions',
            typeOptions: { loadOptionsMethod: 'ticketTypes' },
            default: [],
            description:
              'Only tickets of these types. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
          },
        ],
      },
    ],
  };

  methods = {
    loadOptions: loadChoices(trigger),
    credentialTest: {
      checkSecrets,
      testConnection: testConnection(halo),
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
