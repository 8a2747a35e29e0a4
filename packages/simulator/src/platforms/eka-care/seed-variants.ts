import type { JsonObject } from '@carehooks/core';

/** What recorded deliveries point to that are not named after an event. */
export const variants: readonly JsonObject[] = [
  {
    appointment_id: 'api-5d2f8a10-7b1c-4c8e-9a55-1f0c2b7d9e41',
    p_aid: 'api-abb67007-1e53-4f0f-b428-a4bc025468a4',
    doctor_id: '174159057723920',
    patient_id: '174678912588458',
    clinic_id: '67978400352a61001d64e9fb',
    status: 'BK',
  },
  {
    appointment_id: '12345-abcde-67890-fghij',
    doctor_id: '0910731080189',
    patient_id: '54321098809',
    clinic_id: '09876345768790',
    status: 'BK',
  },
  {
    rx_id: '{{rx_id}}',
    appointment_id: '{{appointment_id}}',
    doctor_id: '{{doctor_id}}',
    patient_id: '{{patient_id}}',
    clinic_id: '{{clinic_id}}',
    status: 'CM',
  },
];
