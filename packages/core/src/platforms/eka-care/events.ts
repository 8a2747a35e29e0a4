import type { EventDefinition } from '../../platform.ts';

/**
 * Sources: https://developer.eka.care/api-reference/connect/webhooks/register-webhook and the webhook pages of
 * https://developer.eka.care/api-reference/doc-tool. The list grows often, so users may name others.
 */
export const events = [
  define(
    'appointment.created',
    'Appointment Created',
    'Appointment',
    'Triggers when an appointment is booked.',
  ),
  define(
    'appointment.updated',
    'Appointment Updated',
    'Appointment',
    'Triggers when an appointment is changed, rescheduled or cancelled.',
  ),
  define(
    'appointment.statuschange',
    'Appointment Status Changed',
    'Appointment',
    'Triggers when the status of an appointment changes.',
  ),
  define(
    'appointment.assessments.taken',
    'Assessment Taken',
    'Assessment',
    'Triggers when the patient hands in an assessment for an appointment.',
  ),
  define(
    'appointment.tele.dr_joined',
    'Doctor Joined Video Call',
    'Video Call',
    'Triggers when the doctor joins the video call of an appointment.',
  ),
  define(
    'appointment.reminder_instant',
    'Appointment Reminder',
    'Reminder',
    'Triggers when the reminder of an appointment is due.',
  ),
  define(
    'appointment.followup_reminder_instant',
    'Follow-up Reminder',
    'Reminder',
    'Triggers when the reminder of a follow-up visit is due.',
  ),
  define(
    'prescription.created',
    'Prescription Created',
    'Prescription',
    'Triggers when a prescription is created.',
  ),
  define(
    'prescription.updated',
    'Prescription Updated',
    'Prescription',
    'Triggers when a prescription is changed.',
  ),
  define(
    'prescription.communication',
    'Prescription Sent',
    'Prescription',
    'Triggers when a prescription is sent to the patient.',
  ),
  define('receipt.created', 'Receipt Created', 'Receipt', 'Triggers when a receipt is created.'),
  define('receipt.updated', 'Receipt Updated', 'Receipt', 'Triggers when a receipt is changed.'),
  define('receipt.deleted', 'Receipt Deleted', 'Receipt', 'Triggers when a receipt is deleted.'),
  define(
    'receipt_payment.requested',
    'Payment Requested',
    'Payment',
    'Triggers when a payment link is sent to the patient.',
  ),
  define(
    'vaccination.reminder',
    'Vaccination Reminder',
    'Vaccination',
    'Triggers when a vaccination is due.',
  ),
  define(
    'schedule.start_practice',
    'Practice Started',
    'Schedule',
    'Triggers when a doctor starts practice at a clinic.',
  ),
  define(
    'schedule.stop_practice',
    'Practice Stopped',
    'Schedule',
    'Triggers when a doctor stops practice at a clinic.',
  ),
  define(
    'schedule.available_for_consultation',
    'Doctor Available',
    'Schedule',
    'Triggers when a doctor becomes available for consultation.',
  ),
  define(
    'google_review.request',
    'Google Review Requested',
    'Review Request',
    'Triggers when a patient is asked for a Google review.',
  ),
  define(
    'google_review.request_manual',
    'Google Review Requested by Hand',
    'Review Request',
    'Triggers when someone at the clinic asks a patient for a Google review.',
  ),
  define(
    'mcert.created',
    'Medical Certificate Created',
    'Certificate',
    'Triggers when a medical certificate or consent form is created.',
  ),
  define('user.delete', 'User Deleted', 'User', 'Triggers when a user is deleted.'),
  define(
    'v2rx.completed',
    'EkaScribe Session Completed',
    'Transcription',
    'Triggers when the result of an EkaScribe session is ready.',
  ),
  define('ipd_admissions.created', 'Admission Created', 'Admission', 'Triggers when a patient is admitted.'),
  define(
    'ipd_admissions.updated',
    'Admission Updated',
    'Admission',
    'Triggers when an admission is changed.',
  ),
  define(
    'ipd_admissions_events.created',
    'Admission Event Created',
    'Admission Event',
    'Triggers when something happens during an admission.',
  ),
  define(
    'ipd_admissions_events.updated',
    'Admission Event Updated',
    'Admission Event',
    'Triggers when an entry about an admission is changed.',
  ),
  define(
    'ipd_admissions_clearances.created',
    'Discharge Clearance Created',
    'Clearance',
    'Triggers when a clearance for a discharge is asked for.',
  ),
  define(
    'ipd_admissions_clearances.updated',
    'Discharge Clearance Updated',
    'Clearance',
    'Triggers when a clearance for a discharge is changed.',
  ),
  define(
    'ipd_admissions_estimates.created',
    'Admission Estimate Created',
    'Estimate',
    'Triggers when an estimate of the costs of an admission is made.',
  ),
  define(
    'ipd_admissions_estimates.updated',
    'Admission Estimate Updated',
    'Estimate',
    'Triggers when an estimate of the costs of an admission is changed.',
  ),
] as const satisfies readonly EventDefinition[];

function define<const Type extends string>(type: Type, label: string, noun: string, description: string) {
  return { type, label, noun, description };
}
