import type { INodePropertyOptions } from 'n8n-workflow';

/** By name; the order of the documentation would help nobody to find one. */
export const eventOptions: INodePropertyOptions[] = [
  { name: 'Any Event', value: '*', description: 'Every event of this list' },
  {
    name: 'Admission Created',
    value: 'ipd_admissions.created',
    description: 'When a patient is admitted',
  },
  {
    name: 'Admission Estimate Created',
    value: 'ipd_admissions_estimates.created',
    description: 'When an estimate of the costs of an admission is made',
  },
  {
    name: 'Admission Estimate Updated',
    value: 'ipd_admissions_estimates.updated',
    description: 'When an estimate of the costs of an admission is changed',
  },
  {
    name: 'Admission Event Created',
    value: 'ipd_admissions_events.created',
    description: 'When something happens during an admission',
  },
  {
    name: 'Admission Event Updated',
    value: 'ipd_admissions_events.updated',
    description: 'When an entry about an admission is changed',
  },
  {
    name: 'Admission Updated',
    value: 'ipd_admissions.updated',
    description: 'When an admission is changed',
  },
  {
    name: 'Appointment Created',
    value: 'appointment.created',
    description: 'When an appointment is booked',
  },
  {
    name: 'Appointment Reminder',
    value: 'appointment.reminder_instant',
    description: 'When the reminder of an appointment is due',
  },
  {
    name: 'Appointment Status Changed',
    value: 'appointment.statuschange',
    description: 'When the status of an appointment changes',
  },
  {
    name: 'Appointment Updated',
    value: 'appointment.updated',
    description: 'When an appointment is changed, rescheduled or cancelled',
  },
  {
    name: 'Assessment Taken',
    value: 'appointment.assessments.taken',
    description: 'When the patient hands in an assessment for an appointment',
  },
  {
    name: 'Discharge Clearance Created',
    value: 'ipd_admissions_clearances.created',
    description: 'When a clearance for a discharge is asked for',
  },
  {
    name: 'Discharge Clearance Updated',
    value: 'ipd_admissions_clearances.updated',
    description: 'When a clearance for a discharge is changed',
  },
  {
    name: 'Doctor Available',
    value: 'schedule.available_for_consultation',
    description: 'When a doctor becomes available for consultation',
  },
  {
    name: 'Doctor Joined Video Call',
    value: 'appointment.tele.dr_joined',
    description: 'When the doctor joins the video call of an appointment',
  },
  {
    name: 'EkaScribe Session Completed',
    value: 'v2rx.completed',
    description: 'When the result of an EkaScribe session is ready',
  },
  {
    name: 'Follow-up Reminder',
    value: 'appointment.followup_reminder_instant',
    description: 'When the reminder of a follow-up visit is due',
  },
  {
    name: 'Google Review Requested',
    value: 'google_review.request',
    description: 'When a patient is asked for a Google review',
  },
  {
    name: 'Google Review Requested by Hand',
    value: 'google_review.request_manual',
    description: 'When someone at the clinic asks a patient for a Google review',
  },
  {
    name: 'Medical Certificate Created',
    value: 'mcert.created',
    description: 'When a medical certificate or consent form is created',
  },
  {
    name: 'Payment Requested',
    value: 'receipt_payment.requested',
    description: 'When a payment link is sent to the patient',
  },
  {
    name: 'Practice Started',
    value: 'schedule.start_practice',
    description: 'When a doctor starts practice at a clinic',
  },
  {
    name: 'Practice Stopped',
    value: 'schedule.stop_practice',
    description: 'When a doctor stops practice at a clinic',
  },
  {
    name: 'Prescription Created',
    value: 'prescription.created',
    description: 'When a prescription is created',
  },
  {
    name: 'Prescription Sent',
    value: 'prescription.communication',
    description: 'When a prescription is sent to the patient',
  },
  {
    name: 'Prescription Updated',
    value: 'prescription.updated',
    description: 'When a prescription is changed',
  },
  { name: 'Receipt Created', value: 'receipt.created', description: 'When a receipt is created' },
  { name: 'Receipt Deleted', value: 'receipt.deleted', description: 'When a receipt is deleted' },
  { name: 'Receipt Updated', value: 'receipt.updated', description: 'When a receipt is changed' },
  { name: 'User Deleted', value: 'user.delete', description: 'When a user is deleted' },
  {
    name: 'Vaccination Reminder',
    value: 'vaccination.reminder',
    description: 'When a vaccination is due',
  },
];
