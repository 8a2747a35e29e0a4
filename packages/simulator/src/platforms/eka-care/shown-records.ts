import type { JsonObject } from '@carehooks/core';
import { showCollection, type ShownRecords } from '../shown-records.ts';
import type { EkaCareData } from './records.ts';
import type { Webhooks } from './webhooks.ts';

export function shownRecords(data: EkaCareData, webhooks: Webhooks): ShownRecords {
  const show = (name: keyof EkaCareData, label: string, summaryOf: (record: JsonObject) => string) =>
    showCollection(data[name], { name, label, scope: null }, ({ record }) => ({
      summary: summaryOf(record),
      record,
    }));
  return {
    webhooks: webhooks.list().map(({ id, endpoint, event_names }) => ({
      ...{ id, url: endpoint, events: event_names },
      ...{ enabled: true, scope: null },
    })),
    collections: [
      show('appointments', 'Appointments', textOf('status')),
      show('patients', 'Patients', textOf('first_name', 'last_name')),
      show('doctors', 'Doctors', ({ profile }) => doctorName(profile as JsonObject)),
      show('clinics', 'Clinics', textOf('name')),
      show('prescriptions', 'Prescriptions', textOf('patient_name')),
      show('transcriptions', 'Transcriptions', textOf('status')),
    ],
  };
}

function textOf(...fields: string[]): (record: JsonObject) => string {
  return (record) => fields.map((field) => String(record[field] ?? '')).join(' ');
}

function doctorName({ personal }: JsonObject): string {
  return textOf('salutation', 'first_name', 'last_name')(personal as JsonObject);
}
