import { TriggerError } from '../../errors.ts';
import type { Relation } from '../../expansion/relation.ts';
import type { Exchange } from '../../http/exchange.ts';
import { asObject, asText, type JsonObject, type JsonValue } from '../../json.ts';
import { readProblem } from './problem.ts';

interface Lookup {
  readonly label: string;
  readonly description: string;
  readonly key: string;
  /** Fields that hold the id: receipts and certificates name them otherwise than appointments. */
  readonly from: readonly string[];
  readonly path: readonly string[];
  /** Field by which the record is recognised in the answer. */
  readonly mark: string;
  /** Finds the record in the answer. Default: the answer is the record. */
  readonly unwrap?: (body: JsonObject) => JsonValue | undefined;
}

/** Deliveries hold ids only, by intent: https://developer.eka.care/api-reference/connect/webhooks/getting-started */
export const relations = {
  appointment: record({
    label: 'Appointment',
    description: 'Start and end, status, mode, payment and notes of the appointment.',
    key: 'appointment',
    from: ['appointment_id', 'aid'],
    path: ['dr', 'v1', 'appointment'],
    mark: 'appointment_id',
  }),
  patient: record({
    label: 'Patient',
    description: 'Name, birth date and contact details of the patient.',
    key: 'patient',
    from: ['patient_id', 'patient_oid', 'patientid'],
    path: ['dr', 'v1', 'patient'],
    mark: 'patient_id',
  }),
  doctor: record({
    label: 'Doctor',
    description: 'The profile of the doctor, with degrees, specialities and clinics.',
    key: 'doctor',
    from: ['doctor_id', 'doctor_oid'],
    path: ['dr', 'v1', 'doctor'],
    mark: 'profile',
  }),
  clinic: record({
    label: 'Clinic',
    description: 'Name and address of the clinic.',
    key: 'clinic',
    from: ['clinic_id'],
    path: ['dr', 'v1', 'business', 'clinic'],
    mark: 'clinic_id',
    unwrap: (body) => asObject(body['data'])['clinic'],
  }),
  prescription: record({
    label: 'Prescription',
    description: 'Medication, findings, vitals and advice of the prescription.',
    key: 'prescription',
    from: ['prescription_id', 'rx_id'],
    path: ['dr', 'v1', 'prescription'],
    mark: 'prescription_id',
  }),
  previousAppointment: record({
    label: 'Previous Appointment',
    description: 'The old appointment, where this one was made by rescheduling it.',
    key: 'previous_appointment',
    from: ['p_aid'],
    path: ['dr', 'v1', 'appointment'],
    mark: 'appointment_id',
  }),
  transcription: {
    label: 'Transcription',
    description: 'State and result of the EkaScribe session that has ended.',
    key: 'transcription',
    id: (entity: JsonObject) =>
      asText(entity['service']) === 'v2rx' ? asText(entity['transaction_id']) : null,
    *fetch(id: string): Exchange<JsonValue> {
      const answer = yield { path: ['voice-record', 'api', 'status', id] };
      return answer.body;
    },
  },
} satisfies Record<string, Relation>;

function record({ label, description, key, from, path, mark, unwrap = (body) => body }: Lookup): Relation {
  return {
    label,
    description,
    key,
    id: (entity) => from.map((field) => asText(entity[field])).find((id) => id !== null) ?? null,
    *fetch(id): Exchange<JsonObject> {
      const answer = yield { path: [...path, id], expect: [500] };
      if (answer.status === 500) throw faultOf(answer.body);
      // Ids are written with and without a prefix, so that the record's own id says little.
      const found = asObject(unwrap(asObject(answer.body)));
      if (found[mark] === undefined)
        throw new TriggerError('api-answer-unexpected', { status: answer.status });
      return found;
    },
  };
}

/** The id of a doctor that does not exist is answered with 500 and this code: https://developer.eka.care/api-reference/doc-tool */
function faultOf(body: JsonValue): TriggerError {
  const unknown = readProblem(body).code === 'INVALID_DATA';
  return new TriggerError(unknown ? 'api-not-found' : 'api-unavailable', { status: 500 });
}
