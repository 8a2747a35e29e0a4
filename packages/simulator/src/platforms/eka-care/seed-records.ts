import type { JsonObject } from '@carehooks/core';

/** Made-up people and places in the shapes of https://developer.eka.care/api-reference/doc-tool */

const firstNames = ['Asha', 'Ravi', 'Meena', 'Arjun', 'Leela', 'Kiran'];
const cities = ['Bengaluru', 'Pune', 'Chennai', 'Kochi'];

const pick = (values: readonly string[], index: number) => values[index % values.length] ?? '';

export function patientRecord(id: string, index: number): JsonObject {
  return {
    patient_id: id,
    partner_patient_id: `MO${1_000 + index}`,
    first_name: pick(firstNames, index),
    middle_name: '',
    last_name: 'Example',
    gender: index % 2 === 0 ? 'F' : 'M',
    dob: '1988-11-30',
    email: `patient${index}@example.com`,
    mobile: `+9100000000${String(index).padStart(2, '0')}`,
    address: { line1: `${index + 1} Sample Road`, city: pick(cities, index), pincode: '560001' },
    partner_meta: { key1: 'value1' },
    created_at: 1_732_607_432,
  };
}

export function doctorRecord(id: string, index: number): JsonObject {
  return {
    id,
    profile: {
      personal: {
        salutation: 'Dr.',
        first_name: pick(firstNames, index + 1),
        middle_name: '',
        last_name: 'Sample',
        gender: index % 2 === 0 ? 'M' : 'F',
      },
      professional: {
        active: true,
        username: `dr-sample-${index}`,
        language: [{ code: 'en', language: 'English' }],
        speciality: [{ name: 'General Physician' }],
      },
    },
  };
}

export function clinicRecord(id: string, index: number): JsonObject {
  const city = pick(cities, index);
  return {
    clinic_id: id,
    name: `Sample Clinic ${city} ${index + 1}`,
    address: {
      line1: `${index + 1} Example Street`,
      city,
      state: 'Karnataka',
      country: 'India',
      pincode: 560_001,
    },
  };
}

export function prescriptionRecord(id: string): JsonObject {
  return {
    prescription_id: id,
    doctor_name: 'Ravi Sample',
    patient_name: 'Asha Example',
    prescription_details: [
      { resource_type: 'appointment', follow_up: '2026-02-10T18:30:00+00:00', note: [] },
      { resource_type: 'advices', advices: 'Rest and plenty of fluids', status: 'active', intent: 'plan' },
    ],
  };
}
