import { showCollection, type ShownRecords } from '../shown-records.ts';
import type { Hooks } from './hooks.ts';
import type { Practice } from './practice.ts';

export function shownRecords({ bookings, clients }: Practice, hooks: Hooks): ShownRecords {
  return {
    webhooks: hooks.list().map(({ id, url, events, paused }) => {
      return { id, url, events, enabled: !paused, scope: null };
    }),
    collections: [
      showCollection(bookings, { name: 'bookings', label: 'Bookings', scope: null }, (record) => {
        return { summary: String(record['status']), record };
      }),
      showCollection(clients, { name: 'clients', label: 'Clients', scope: null }, (record) => {
        return { summary: `${String(record['first_name'])} ${String(record['last_name'])}`, record };
      }),
    ],
  };
}
