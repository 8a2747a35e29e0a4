import { ekaCare, type JsonObject, type JsonValue } from '@carehooks/core';
import { Collection } from '../../store/collection.ts';
import type { EkaCareData, Entry } from './records.ts';
import { clinicRecord, doctorRecord, patientRecord, prescriptionRecord } from './seed-records.ts';
import { variants } from './seed-variants.ts';

/** Fresh records: one for every id that a recorded delivery points to, so that each of them can be expanded. */
export function seed(now: number): EkaCareData {
  const told = [...Object.values(ekaCare.samples.fixtures).map(entityOf), ...variants];
  const ids = (...fields: string[]) => idsIn(told, fields);
  return {
    appointments: new Collection(appointmentsOf(told, now)),
    patients: collect(ids('patient_id', 'patient_oid', 'patientid'), patientRecord),
    doctors: collect(ids('doctor_id', 'doctor_oid'), doctorRecord),
    clinics: collect(ids('clinic_id'), clinicRecord),
    prescriptions: collect(ids('prescription_id', 'rx_id'), prescriptionRecord),
    transcriptions: collect(ids('transaction_id'), (id) => ({
      session_id: id,
      status: 'completed',
      output: [],
    })),
  };
}

function entityOf(body: JsonValue): JsonObject {
  const { data, payload } = body as JsonObject;
  return (data ?? payload ?? {}) as JsonObject;
}

function idsIn(told: readonly JsonObject[], fields: readonly string[]): string[] {
  const found = told.flatMap((entity) => fields.map((field) => entity[field]));
  return [...new Set(found.filter((id) => typeof id === 'string'))];
}

function collect(ids: readonly string[], make: (id: string, index: number) => JsonObject): Collection<Entry> {
  return new Collection(ids.map((id, index) => ({ id, record: make(id, index) })));
}

const hour = 3_600;

/** Appointments of the last days, so that lists of them are not empty. */
function appointmentsOf(told: readonly JsonObject[], now: number): Entry[] {
  const ids = idsIn(told, ['appointment_id', 'aid', 'p_aid']);
  return ids.map((id, index) => {
    const entity =
      told.find((one) => one['appointment_id'] === id) ?? told.find((one) => one['aid'] === id) ?? {};
    const start = Math.floor(now / 1_000) - (index + 1) * 5 * hour;
    return { id, record: appointmentRecord(id, entity, start) };
  });
}

function appointmentRecord(id: string, entity: JsonObject, start: number): JsonObject {
  return {
    appointment_id: id,
    partner_appointment_id: entity['partner_appointment_id'] ?? null,
    created_at: start - 24 * hour,
    doctor_id: entity['doctor_id'] ?? entity['doctor_oid'] ?? null,
    clinic_id: entity['clinic_id'] ?? null,
    patient_id: entity['patient_id'] ?? entity['patient_oid'] ?? null,
    partner_doctor_id: entity['partner_doctor_id'] ?? null,
    partner_clinic_id: entity['partner_clinic_id'] ?? null,
    partner_patient_id: entity['partner_patient_id'] ?? null,
    channel: 'Walkin',
    status: entity['status'] ?? 'BK',
    mode: 'in_clinic',
    start_time: start,
    end_time: start + hour / 4,
    payment: { payment_id: null, payment_status: null, amount: null },
    service: { service_name: 'consultation', appointment_type: 'REGULAR', price: null },
    custom_attributes: entity['custom_attributes'] ?? {},
    partner_meta: entity['partner_meta'] ?? {},
    notes: '<p>Bring earlier reports</p>',
  };
}
