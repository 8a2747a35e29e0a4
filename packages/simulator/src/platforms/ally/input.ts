import { z } from 'zod/v4';

const text = z.string().nullable().optional();
const phoneNumber = z.string().regex(/^\+\d{6,15}$/, 'must be in E.164 form, such as +447700900101');

const location = z.strictObject({
  line1: z.string().min(1),
  line2: z.string().nullable().default(null),
  city: z.string().min(1),
  county: z.string().nullable().default(null),
  postalCode: z.string().min(1),
  country: z.string().min(1),
});

const metadata = z.record(z.string(), z.json()).nullable().optional();

/** https://docs.heim.health/reference/createappointmentv1 */
export const newAppointment = z.strictObject({
  patientId: z.string(),
  taskId: z.string(),
  windowId: text,
  phoneNumber,
  location,
  externalRef: text,
  note: text,
  planFrom: z.iso.datetime({ offset: true }).nullable().optional(),
  planTo: z.iso.datetime({ offset: true }).nullable().optional(),
  metadata,
  /** Accepted and not kept: documents are not simulated. */
  documentIds: z.array(z.string()).optional(),
});

/** Reasons are open lists: https://docs.heim.health/docs/appointment-cancellations */
export const cancellation = z.strictObject({
  note: z.string().nullable().optional(),
  causingEntity: z.string().optional(),
  cancellingEntity: z.string().optional(),
  reasonCode: z.string().optional(),
});

export const schedule = z.strictObject({ windowId: z.string() });

export const edit = z.strictObject({
  note: text,
  externalRef: text,
  metadata,
  estimatedTimeOfArrival: z.iso.datetime({ offset: true }).nullable().optional(),
});

export const completion = z.strictObject({
  completionNotes: text,
  data: z.record(z.string(), z.json()).optional(),
});
