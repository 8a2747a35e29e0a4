import type { EventDefinition } from '../../platform.ts';

/** Source: https://docs.allyhealth.co.uk/docs/events */
export const events = [
  {
    type: 'appointment.created',
    label: 'Appointment Created',
    noun: 'Appointment',
    description: 'Triggers when an appointment is created.',
  },
  {
    type: 'appointment.scheduled',
    label: 'Appointment Scheduled',
    noun: 'Appointment',
    description: 'Triggers when an appointment gets a time window, or another one.',
  },
  {
    type: 'appointment.completed',
    label: 'Appointment Completed',
    noun: 'Appointment',
    description: 'Triggers when the visit of an appointment is done.',
  },
  {
    type: 'appointment.cancelled',
    label: 'Appointment Cancelled',
    noun: 'Appointment',
    description: 'Triggers when an appointment is cancelled, or its cancellation reason is edited.',
  },
  {
    type: 'appointment.updated',
    label: 'Appointment Updated',
    noun: 'Appointment',
    description: 'Triggers when an appointment is saved, even where nothing visible has changed.',
  },
] as const satisfies readonly EventDefinition[];
