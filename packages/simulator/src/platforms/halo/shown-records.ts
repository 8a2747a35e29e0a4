import type { JsonObject } from '@carehooks/core';
import { showCollection, type ShownRecords } from '../shown-records.ts';
import { textOf } from './event-list.ts';
import type { HaloData } from './records.ts';
import type { Webhooks } from './webhooks.ts';

export function shownRecords(data: HaloData, webhooks: Webhooks): ShownRecords {
  const show = (name: keyof HaloData, label: string, field: string) =>
    showCollection(data[name], { name, label, scope: null }, ({ record }) => ({
      summary: textIn(record, field),
      record,
    }));
  return {
    webhooks: webhooks.list().map(({ id, url, active, disabled }) => ({
      ...{ id, url, events: webhooks.notifications(id).map(({ eventno }) => textOf(eventno)) },
      ...{ enabled: active && !disabled, scope: null },
    })),
    collections: [
      show('tickets', 'Tickets', 'summary'),
      show('actions', 'Actions', 'outcome'),
      show('clients', 'Clients', 'name'),
      show('sites', 'Sites', 'name'),
      show('users', 'Users', 'name'),
      show('agents', 'Agents', 'name'),
    ],
  };
}

function textIn(record: JsonObject, field: string): string {
  return String(record[field] ?? '');
}
