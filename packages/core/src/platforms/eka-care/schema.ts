import { z } from 'zod/v4';

const text = (label: string) => z.string().describe(label);

/** Seconds or milliseconds since 1970, or a date as text: events differ. */
const time = (label: string) => z.union([z.number(), z.string(), z.null()]).describe(label);

/** Where a name is told at all, one event has its parts and another the whole. */
const personName = (label: string) =>
  z.union([
    z.looseObject({
      salutation: text(`${label} Salutation`).nullish(),
      first_name: text(`${label} First Name`).nullish(),
      last_name: text(`${label} Last Name`).nullish(),
    }),
    z.string(),
  ]);

const someone = z.looseObject({ id: text('By ID').nullish(), name: text('By Name').nullish() });

// Records as the API tells them: https://developer.eka.care/api-reference/doc-tool

const appointment = z.looseObject({
  appointment_id: text('Appointment: ID').optional(),
  status: text('Appointment: Status').nullish(),
  mode: text('Appointment: Mode').nullish(),
  channel: text('Appointment: Channel').nullish(),
  start_time: time('Appointment: Start').optional(),
  end_time: time('Appointment: End').optional(),
  notes: text('Appointment: Notes').nullish(),
  prescription_id: text('Appointment: Prescription ID').nullish(),
  payment: z
    .looseObject({
      payment_id: text('Appointment: Payment ID').nullish(),
      payment_status: text('Appointment: Payment Status').nullish(),
      amount: z.number().describe('Appointment: Payment Amount').nullish(),
    })
    .nullish(),
  service: z
    .looseObject({
      service_name: text('Appointment: Service').nullish(),
      appointment_type: text('Appointment: Type').nullish(),
      price: z.number().describe('Appointment: Price').nullish(),
    })
    .nullish(),
});

const patient = z.looseObject({
  patient_id: text('Patient: ID').optional(),
  first_name: text('Patient: First Name').nullish(),
  middle_name: text('Patient: Middle Name').nullish(),
  last_name: text('Patient: Last Name').nullish(),
  gender: text('Patient: Gender').nullish(),
  dob: text('Patient: Date of Birth').nullish(),
  email: text('Patient: Email').nullish(),
  mobile: text('Patient: Mobile').nullish(),
});

const doctor = z.looseObject({
  id: text('Doctor: ID').optional(),
  profile: z
    .looseObject({
      personal: z
        .looseObject({
          salutation: text('Doctor: Salutation').nullish(),
          first_name: text('Doctor: First Name').nullish(),
          last_name: text('Doctor: Last Name').nullish(),
        })
        .nullish(),
      professional: z.looseObject({ username: text('Doctor: User Name').nullish() }).nullish(),
    })
    .nullish(),
});

const clinic = z.looseObject({
  clinic_id: text('Clinic: ID').optional(),
  name: text('Clinic: Name').nullish(),
  address: z
    .looseObject({
      line1: text('Clinic: Address').nullish(),
      city: text('Clinic: City').nullish(),
      state: text('Clinic: State').nullish(),
      country: text('Clinic: Country').nullish(),
    })
    .nullish(),
});

const prescription = z.looseObject({
  prescription_id: text('Prescription: ID').optional(),
  doctor_name: text('Prescription: Doctor Name').nullish(),
  patient_name: text('Prescription: Patient Name').nullish(),
  appointment_id: text('Prescription: Appointment ID').nullish(),
});

/**
 * What any event tells, with its related records fetched. All is optional, since each event has fields of its own, and
 * everything unknown is kept. Source: https://developer.eka.care/api-reference/doc-tool
 */
export const entity = z.looseObject({
  id: text('ID').optional(),
  appointment_id: text('Appointment ID').optional(),
  partner_appointment_id: text('Partner Appointment ID').nullish(),
  p_aid: text('Previous Appointment ID').nullish(),
  doctor_id: text('Doctor ID').optional(),
  partner_doctor_id: text('Partner Doctor ID').nullish(),
  patient_id: text('Patient ID').optional(),
  partner_patient_id: text('Partner Patient ID').nullish(),
  clinic_id: text('Clinic ID').optional(),
  partner_clinic_id: text('Partner Clinic ID').nullish(),
  status: text('Status').nullish(),
  action: text('Action').optional(),
  created_at: time('Created At').optional(),
  modified_at: time('Modified At').optional(),
  updated_at: time('Updated At').optional(),
  custom_attributes: z
    .looseObject({
      label: z.array(z.string()).describe('Labels').optional(),
      tags: z.array(z.string()).describe('Tags').optional(),
    })
    .nullish(),
  partner_meta: z.looseObject({}).nullish(),
  sa_ids: z.array(z.string()).describe('Assessment IDs').nullish(),
  workflow_data: z.looseObject({}).nullish(),
  video_connect: z
    .looseObject({
      host_link: text('Video Host Link').nullish(),
      meet_link: text('Video Meeting Link').nullish(),
      vendor: text('Video Vendor').nullish(),
    })
    .nullish(),
  prescription_id: text('Prescription ID').optional(),
  rx_id: text('Prescription ID (Older Name)').optional(),
  current_version: text('Prescription Version').nullish(),
  previous_version: text('Previous Prescription Version').nullish(),
  prescription_url: text('Prescription URL').nullish(),
  prescription_url_print: text('Prescription Print URL').nullish(),
  doc_name: personName('Doctor').optional(),
  doctor_name: text('Doctor Name').nullish(),
  patient_name: personName('Patient').optional(),
  receipt_id: z.union([z.number(), z.string()]).describe('Receipt ID').optional(),
  receipt_number: text('Receipt Number').nullish(),
  receipt_status: text('Receipt Status').nullish(),
  receipt_amount: z.number().describe('Receipt Amount').nullish(),
  receipt_url: text('Receipt URL').nullish(),
  net_amount: z.number().describe('Net Amount').nullish(),
  amount_paid: z.number().describe('Amount Paid').nullish(),
  amount_due: z.number().describe('Amount Due').nullish(),
  payment_link: text('Payment Link').nullish(),
  aid: text('Appointment ID (Receipt)').optional(),
  doctor_oid: text('Doctor ID (Receipt)').optional(),
  patient_oid: text('Patient ID (Receipt)').optional(),
  url: text('URL').nullish(),
  google_review_link: text('Google Review Link').nullish(),
  booking_link: text('Booking Link').nullish(),
  due_date: text('Due Date').nullish(),
  vaccines: text('Vaccines').nullish(),
  transaction_id: text('Transaction ID').optional(),
  ipid: text('Inpatient Number').nullish(),
  stage: text('Admission Stage').nullish(),
  kind: text('Admission Event Kind').nullish(),
  to: text('Admission Event New State').nullish(),
  by: someone.nullish(),
  appointment: appointment.optional(),
  patient: patient.optional(),
  doctor: doctor.optional(),
  clinic: clinic.optional(),
  prescription: prescription.optional(),
  previous_appointment: z
    .looseObject({
      appointment_id: text('Previous Appointment: ID').optional(),
      status: text('Previous Appointment: Status').nullish(),
      start_time: time('Previous Appointment: Start').optional(),
      end_time: time('Previous Appointment: End').optional(),
    })
    .optional(),
  transcription: z.looseObject({ status: text('Transcription Status').nullish() }).optional(),
});
