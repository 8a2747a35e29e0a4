import type { Exchange } from '../../http/exchange.ts';
import { asObject, asObjects, type JsonObject, type JsonValue } from '../../json.ts';
import { toIsoTime } from './event-time.ts';

const day = 86_400_000;

/** Days are those of India, where all clinics are. */
const indiaAhead = 5.5 * 3_600_000;

/** Fields of a listed appointment that deliveries hold as well; expansion fetches the others. */
const shared = [
  'appointment_id',
  'partner_appointment_id',
  'doctor_id',
  'partner_doctor_id',
  'patient_id',
  'partner_patient_id',
  'clinic_id',
  'partner_clinic_id',
  'status',
  'created_at',
  'custom_attributes',
  'partner_meta',
];

/**
 * Appointments of the last seven days, the longest span that the API takes, in the shape of webhook bodies. They name
 * no event: a list does not tell what happened.
 */
export function* listAppointments(now: number): Exchange<JsonValue[]> {
  const query = [
    ['start_date', dateOf(now - 6 * day)],
    ['end_date', dateOf(now)],
    ['page_no', '0'],
  ] as const;
  const answer = yield { path: ['dr', 'v1', 'appointment'], query };
  const rows = asObjects(asObject(answer.body)['appointments']);
  return rows.sort((left, right) => createdAt(right).localeCompare(createdAt(left))).map(toBody);
}

function dateOf(time: number): string {
  return new Date(time + indiaAhead).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

function createdAt(row: JsonObject): string {
  return toIsoTime(row['created_at']) ?? '';
}

function toBody(row: JsonObject): JsonObject {
  const data = Object.fromEntries(Object.entries(row).filter(([key]) => shared.includes(key)));
  return { service: 'appointment', event_time: row['created_at'] ?? 0, data };
}
