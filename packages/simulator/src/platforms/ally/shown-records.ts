import type { Collection } from '../../store/collection.ts';
import { showCollection, type ShownCollection, type ShownRecords } from '../shown-records.ts';
import { type AllyData, type Mode, modes } from './records.ts';
import type { Webhooks } from './webhooks.ts';

const scopes: Readonly<Record<Mode, string>> = { test: 'Test Mode', live: 'Live' };

export function shownRecords(data: Readonly<Record<Mode, AllyData>>, webhooks: Webhooks): ShownRecords {
  return {
    webhooks: webhooks
      .list()
      .map(({ id, url, events, mode }) => ({ id, url, events, enabled: true, scope: scopes[mode] })),
    collections: modes.flatMap((mode) => showMode(data[mode], scopes[mode])),
  };
}

function showMode(data: AllyData, scope: string): ShownCollection[] {
  const show = <Entry extends { readonly id: string }>(
    name: keyof AllyData,
    label: string,
    collection: Collection<Entry>,
    summaryOf: (entry: Entry) => string,
  ) =>
    showCollection(collection, { name, label, scope }, (record) => ({ summary: summaryOf(record), record }));
  return [
    show('appointments', 'Appointments', data.appointments, ({ status }) => status),
    show('patients', 'Patients', data.patients, ({ firstName, lastName }) => `${firstName} ${lastName}`),
    show('tasks', 'Tasks', data.tasks, ({ name }) => name),
    show('windows', 'Windows', data.windows, ({ startAt, endAt }) => `${startAt} to ${endAt}`),
    show(
      'practitioners',
      'Practitioners',
      data.practitioners,
      ({ firstName, lastName }) => `${firstName} ${lastName}`,
    ),
    show('organisations', 'Organisations', data.organisations, ({ name }) => name),
  ];
}
