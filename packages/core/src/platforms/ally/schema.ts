import { z } from 'zod/v4';

/**
 * The appointment as webhooks and the API tell it, with its relations expanded. Everything unknown is kept: statuses
 * and reasons are open lists. Source: https://docs.heim.health/reference/createappointmentv1
 */
const text = (label: string) => z.string().describe(label);
const time = (label: string) => z.iso.datetime({ offset: true }).describe(label);

const patient = z.looseObject({
  id: text('Patient ID'),
  title: text('Patient Title').nullish(),
  firstName: text('Patient First Name').optional(),
  lastName: text('Patient Last Name').optional(),
  sex: text('Patient Sex').nullish(),
  phoneNumber: text('Patient Phone Number').nullish(),
  email: text('Patient Email').nullish(),
  nhsNumber: text('Patient NHS Number').nullish(),
  dateOfBirth: text('Patient Date of Birth').nullish(),
});

const task = z.looseObject({ id: text('Task ID') });

const practitioner = z.looseObject({ id: text('Practitioner ID') });

const window = z.looseObject({ id: text('Window ID'), startAt: time('Window Start').optional() });

const location = z.looseObject({
  line1: text('Location Line 1').nullish(),
  line2: text('Location Line 2').nullish(),
  city: text('Location City').nullish(),
  county: text('Location County').nullish(),
  postalCode: text('Location Postal Code').nullish(),
  country: text('Location Country').nullish(),
});

const cancellation = z.looseObject({
  note: text('Cancellation Note').nullish(),
  causingEntity: text('Cancellation Causing Entity').nullish(),
  cancellingEntity: text('Cancellation Cancelling Entity').nullish(),
  reasonCode: text('Cancellation Reason Code').nullish(),
});

export const appointment = z.looseObject({
  id: text('Appointment ID'),
  createdAt: time('Created At'),
  updatedAt: time('Updated At'),
  status: text('Status'),
  phoneNumber: text('Phone Number'),
  note: text('Note').nullish(),
  completionNotes: text('Completion Notes').nullish(),
  externalRef: text('External Reference').nullish(),
  patient: patient.nullish(),
  task: task.nullish(),
  window: window.nullish(),
  practitioner: practitioner.nullish(),
  location: location.nullish(),
  organisationId: text('Organisation ID'),
  estimatedTimeOfArrival: time('Estimated Time of Arrival').nullish(),
  startAfter: time('Start After').nullish(),
  completeBefore: time('Complete Before').nullish(),
  cancellation: cancellation.nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  data: z.record(z.string(), z.unknown()).nullish(),
});
