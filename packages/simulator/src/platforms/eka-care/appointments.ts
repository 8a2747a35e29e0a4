import type { JsonObject } from '@carehooks/core';
import { Refusal } from '../../refusal.ts';
import type { EkaCareData } from './records.ts';

const day = 86_400_000;
const indiaAhead = 5.5 * 3_600_000;
const longestSpan = 7;
const date = /^\d{4}-\d{2}-\d{2}$/;

/** Rows a page, by the parameters that are there: the documentation allows these combinations and no others. */
const pageSizes: Readonly<Record<string, number>> = {
  patient_id: 20,
  'end_date start_date': 30,
  'doctor_id end_date start_date': 50,
  'clinic_id end_date start_date': 50,
  'clinic_id doctor_id end_date start_date': 50,
};

/**
 * One page of the list of appointments.
 *
 * @throws Refusal for parameters that do not go together, and for more than seven days
 */
export function listAppointments(data: EkaCareData, query: Readonly<Record<string, string>>): JsonObject[] {
  const { page_no = '0', ...wanted } = query;
  const size = pageSizes[Object.keys(wanted).sort().join(' ')];
  if (size === undefined) throw new Refusal('These parameters cannot be combined');
  if (!/^\d{1,6}$/.test(page_no)) throw new Refusal('page_no is a number from 0');
  const { start_date, end_date, ...fields } = wanted;
  checkSpan(start_date, end_date);
  const found = data.appointments
    .list()
    .map(({ record }) => record)
    .filter((record) => Object.entries(fields).every(([field, value]) => record[field] === value))
    .filter((record) => start_date === undefined || dateOf(record) >= start_date)
    .filter((record) => end_date === undefined || dateOf(record) <= end_date);
  return found.slice(Number(page_no) * size, (Number(page_no) + 1) * size).map(toRow);
}

function checkSpan(start: string | undefined, end: string | undefined): void {
  if (start === undefined || end === undefined) return;
  if (!date.test(start) || !date.test(end)) throw new Refusal('Write dates as YYYY-MM-DD');
  const days = (Date.parse(end) - Date.parse(start)) / day + 1;
  if (!(days >= 1 && days <= longestSpan)) throw new Refusal(`Ask for at most ${longestSpan} days`);
}

/** The day of the appointment in India. */
function dateOf({ start_time }: JsonObject): string {
  return new Date(Number(start_time) * 1_000 + indiaAhead).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** What the answer for a single appointment has beside that of the list. */
const unlisted: readonly string[] = ['notes', 'payment', 'service'];

function toRow(record: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(record).filter(([field]) => !unlisted.includes(field)));
}
