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
import { lifecycle } from '../runtime/lifecycle.ts';
import { loadChoices } from '../runtime/load-choices.ts';
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
import { eventOptions } from './event-options.ts';

const trigger: Trigger = { platform: ekaCare, apiCredential: 'ekaCareApi' };

export class EkaCareTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Eka Care Trigger',
    name: 'ekaCareTrigger',
    icon: { light: 'file:../../icons/eka-care.svg', dark: 'file:../../icons/eka-care.dark.svg' },
    group: ['trigger'],
    // Not version 1: n8n evaluates an expression for it on every delivery, before the node runs.
    version: 2,
    subtitle: '={{ $parameter["events"].includes("*") ? "any event" : $parameter["events"].join(", ") }}',
    description: 'Starts the workflow when appointments, prescriptions or receipts change in Eka Care',
    eventTriggerDescription: 'Waiting for Eka Care to call the test URL',
    activationMessage: 'Eka Care now sends the chosen events to this workflow.',
    defaults: { name: 'Eka Care Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      { name: 'ekaCareApi', displayName: 'Eka Care API', required: true, testedBy: 'testConnection' },
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
          'Webhooks have two modes: test and production.<br /><br /><b>While you build</b>, click Execute step. The test URL is registered with Eka Care until one delivery has come: change an appointment there.<br /><br /><b>When the workflow is ready</b>, publish it. The production URL is registered then.',
        active:
          'Webhooks have two modes: test and production.<br /><br /><b>While you build</b>, click Execute step. The test URL is registered with Eka Care until one delivery has come: change an appointment there.<br /><br /><b>Deliveries to the production URL</b> start the workflow by themselves. They are in the <a data-key="executions">executions list</a>.',
      },
      activationHint:
        'Once you have built the workflow, publish it: that registers the webhook with Eka Care.',
    },
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
        options: eventOptions,
      },
      relatedRecords([
        {
          name: 'Appointment',
          value: 'appointment',
          description: 'Start and end, status, mode, payment and notes of the appointment',
        },
        { name: 'Clinic', value: 'clinic', description: 'Name and address of the clinic' },
        {
          name: 'Doctor',
          value: 'doctor',
          description: 'The profile of the doctor, with degrees, specialities and clinics',
        },
        {
          name: 'Patient',
          value: 'patient',
          description: 'Name, birth date and contact details of the patient',
        },
        {
          name: 'Prescription',
          value: 'prescription',
          description: 'Medication, findings, vitals and advice of the prescription',
        },
        {
          name: 'Previous Appointment',
          value: 'previousAppointment',
          description: 'The old appointment, where this one was made by rescheduling it',
        },
        {
          name: 'Transcription',
          value: 'transcription',
          description: 'State and result of the EkaScribe session that has ended',
        },
      ]),
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
