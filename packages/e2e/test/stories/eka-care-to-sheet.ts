import { eventually } from './eventually.ts';
import { importExample } from './example.ts';
import type { World } from './world.ts';

const file = 'eka-care-appointment-to-sheet.json';
const appointmentId = 'api-abb67007-1e53-4f0f-b428-a4bc025468a4';
const otherId = 'api-5d2f8a10-7b1c-4c8e-9a55-1f0c2b7d9e41';

/** Each appointment is one row, and what happens to it later changes that row. */
export async function ekaCareToSheet(world: World): Promise<void> {
  const { client, sheet, simulator } = world;
  const { ekaCare } = simulator.platforms;
  const { appointments } = ekaCare.data;
  const change = (fields: Readonly<Record<string, string | number>>) =>
    appointments.put({
      id: appointmentId,
      record: { ...appointments.get(appointmentId)?.record, ...fields },
    });
  const example = await importExample(world, file);
  await example.publish({
    'Booked or changed': { credentials: { ekaCareApi: ekaCare.account.connection(simulator.url) } },
    'Write the row': {
      parameters: { docId: sheet.documentId },
      credentials: { gristApi: sheet.credential },
    },
  });

  const row = {
    appointment_id: appointmentId,
    start: '2026-01-15 11:30',
    patient: 'Asha Example',
    changed_at: '2024-10-29 13:43',
  };
  change({ status: 'BK', start_time: 1_768_456_800 });
  await ekaCare.fire('appointment.created').settled();
  await client.waitForExecution(example.id, 1);
  expect(sheet.rows).toEqual([{ ...row, status: 'BK' }]);
  change({ status: 'CN' });
  await ekaCare.fire('appointment.updated').settled();
  await client.waitForExecution(example.id, 2);
  expect(sheet.rows).toEqual([{ ...row, status: 'CN' }]);

  await ekaCare.fire('appointment.updated', { entityId: otherId }).settled();
  const rows = await eventually(() => sheet.rows, 2);
  expect(rows.map((one) => one['appointment_id'])).toEqual([appointmentId, otherId]);
}
