import appointmentAssessmentsTaken from '../../../../../fixtures/eka-care/appointment.assessments.taken.json' with { type: 'json' };
import appointmentCreated from '../../../../../fixtures/eka-care/appointment.created.json' with { type: 'json' };
import appointmentFollowupReminderInstant from '../../../../../fixtures/eka-care/appointment.followup_reminder_instant.json' with { type: 'json' };
import appointmentReminderInstant from '../../../../../fixtures/eka-care/appointment.reminder_instant.json' with { type: 'json' };
import appointmentStatuschange from '../../../../../fixtures/eka-care/appointment.statuschange.json' with { type: 'json' };
import appointmentTeleDrJoined from '../../../../../fixtures/eka-care/appointment.tele.dr_joined.json' with { type: 'json' };
import appointmentUpdated from '../../../../../fixtures/eka-care/appointment.updated.json' with { type: 'json' };
import googleReviewRequest from '../../../../../fixtures/eka-care/google_review.request.json' with { type: 'json' };
import googleReviewRequestManual from '../../../../../fixtures/eka-care/google_review.request_manual.json' with { type: 'json' };
import ipdAdmissionsCreated from '../../../../../fixtures/eka-care/ipd_admissions.created.json' with { type: 'json' };
import ipdAdmissionsUpdated from '../../../../../fixtures/eka-care/ipd_admissions.updated.json' with { type: 'json' };
import ipdAdmissionsClearancesCreated from '../../../../../fixtures/eka-care/ipd_admissions_clearances.created.json' with { type: 'json' };
import ipdAdmissionsClearancesUpdated from '../../../../../fixtures/eka-care/ipd_admissions_clearances.updated.json' with { type: 'json' };
import ipdAdmissionsEstimatesCreated from '../../../../../fixtures/eka-care/ipd_admissions_estimates.created.json' with { type: 'json' };
import ipdAdmissionsEstimatesUpdated from '../../../../../fixtures/eka-care/ipd_admissions_estimates.updated.json' with { type: 'json' };
import ipdAdmissionsEventsCreated from '../../../../../fixtures/eka-care/ipd_admissions_events.created.json' with { type: 'json' };
import ipdAdmissionsEventsUpdated from '../../../../../fixtures/eka-care/ipd_admissions_events.updated.json' with { type: 'json' };
import mcertCreated from '../../../../../fixtures/eka-care/mcert.created.json' with { type: 'json' };
import prescriptionCommunication from '../../../../../fixtures/eka-care/prescription.communication.json' with { type: 'json' };
import prescriptionCreated from '../../../../../fixtures/eka-care/prescription.created.json' with { type: 'json' };
import prescriptionUpdated from '../../../../../fixtures/eka-care/prescription.updated.json' with { type: 'json' };
import receiptCreated from '../../../../../fixtures/eka-care/receipt.created.json' with { type: 'json' };
import receiptDeleted from '../../../../../fixtures/eka-care/receipt.deleted.json' with { type: 'json' };
import receiptUpdated from '../../../../../fixtures/eka-care/receipt.updated.json' with { type: 'json' };
import receiptPaymentRequested from '../../../../../fixtures/eka-care/receipt_payment.requested.json' with { type: 'json' };
import scheduleAvailableForConsultation from '../../../../../fixtures/eka-care/schedule.available_for_consultation.json' with { type: 'json' };
import scheduleStartPractice from '../../../../../fixtures/eka-care/schedule.start_practice.json' with { type: 'json' };
import scheduleStopPractice from '../../../../../fixtures/eka-care/schedule.stop_practice.json' with { type: 'json' };
import userDelete from '../../../../../fixtures/eka-care/user.delete.json' with { type: 'json' };
import v2rxCompleted from '../../../../../fixtures/eka-care/v2rx.completed.json' with { type: 'json' };
import vaccinationReminder from '../../../../../fixtures/eka-care/vaccination.reminder.json' with { type: 'json' };
import type { Samples } from '../../platform.ts';
import { listAppointments } from './appointments.ts';

export const samples: Required<Samples> = {
  fixtures: {
    'appointment.created': appointmentCreated,
    'appointment.updated': appointmentUpdated,
    'appointment.statuschange': appointmentStatuschange,
    'appointment.assessments.taken': appointmentAssessmentsTaken,
    'appointment.tele.dr_joined': appointmentTeleDrJoined,
    'appointment.reminder_instant': appointmentReminderInstant,
    'appointment.followup_reminder_instant': appointmentFollowupReminderInstant,
    'prescription.created': prescriptionCreated,
    'prescription.updated': prescriptionUpdated,
    'prescription.communication': prescriptionCommunication,
    'receipt.created': receiptCreated,
    'receipt.updated': receiptUpdated,
    'receipt.deleted': receiptDeleted,
    'receipt_payment.requested': receiptPaymentRequested,
    'vaccination.reminder': vaccinationReminder,
    'schedule.start_practice': scheduleStartPractice,
    'schedule.stop_practice': scheduleStopPractice,
    'schedule.available_for_consultation': scheduleAvailableForConsultation,
    'google_review.request': googleReviewRequest,
    'google_review.request_manual': googleReviewRequestManual,
    'mcert.created': mcertCreated,
    'user.delete': userDelete,
    'v2rx.completed': v2rxCompleted,
    'ipd_admissions.created': ipdAdmissionsCreated,
    'ipd_admissions.updated': ipdAdmissionsUpdated,
    'ipd_admissions_events.created': ipdAdmissionsEventsCreated,
    'ipd_admissions_events.updated': ipdAdmissionsEventsUpdated,
    'ipd_admissions_clearances.created': ipdAdmissionsClearancesCreated,
    'ipd_admissions_clearances.updated': ipdAdmissionsClearancesUpdated,
    'ipd_admissions_estimates.created': ipdAdmissionsEstimatesCreated,
    'ipd_admissions_estimates.updated': ipdAdmissionsEstimatesUpdated,
  },
  list: (_connection, now) => listAppointments(now),
};
