import { recordChoices } from '../../choices.ts';
import type { Exchange } from '../../http/exchange.ts';
import { asObjects } from '../../json.ts';
import type { Choice, FilterDefinition } from '../../platform.ts';
import { readEntities } from './api.ts';

/** What triggers can be narrowed to. Receipts name the doctor otherwise. */
export const filters = [
  {
    key: 'doctorId',
    label: 'Doctors',
    help: 'Only events about these doctors.',
    field: ['doctor_id', 'doctor_oid'],
    choices: 'doctors',
  },
  {
    key: 'clinicId',
    label: 'Clinics',
    help: 'Only events about these clinics.',
    field: 'clinic_id',
    choices: 'clinics',
  },
] as const satisfies readonly FilterDefinition[];

export const choices = {
  *doctors(): Exchange<readonly Choice[]> {
    return recordChoices(asObjects((yield* readEntities())['doctors']), 'doctor_id');
  },
  *clinics(): Exchange<readonly Choice[]> {
    return recordChoices(asObjects((yield* readEntities())['clinics']), 'clinic_id');
  },
};
