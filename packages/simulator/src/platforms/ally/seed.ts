import { Collection } from '../../store/collection.ts';
import type { AllyData, Appointment, Mode, Organisation, Task, Window } from './records.ts';
import { addresses, livePatient, patients, practitioners } from './seed-people.ts';

const organisation: Organisation = { id: 'org_7eUZfyQq3xxxXXXxJlf', name: 'Galloway Home Diagnostics' };

const tasks: readonly Task[] = [
  { id: 'tsk_LMHYyxJ9TNehdKhcaz', name: 'Blood draw' },
  { id: 'tsk_8VbNqRw2ErTyUiOpAs', name: 'Wound dressing' },
];

const windows: readonly Window[] = [
  {
    id: 'win_OxhmNYLO74r6988yom',
    startAt: '2023-10-14T10:00:00.000Z',
    endAt: '2023-10-14T12:00:00.000Z',
  },
  {
    id: 'win_2sDfGhJkLzXcVbNmQw',
    startAt: '2023-10-16T13:00:00.000Z',
    endAt: '2023-10-16T15:00:00.000Z',
  },
  {
    id: 'win_9pOiUyTrEwQaSdFgHj',
    startAt: '2023-10-17T08:00:00.000Z',
    endAt: '2023-10-17T10:00:00.000Z',
  },
];

/** The appointment of the documentation and the fixtures. */
const documented: Appointment = {
  id: 'apt_9HRUhuDrE9x882Tgx2',
  createdAt: '2023-10-13T09:53:45.552Z',
  updatedAt: '2023-10-13T09:53:45.552Z',
  status: 'scheduled',
  phoneNumber: '+44777711111',
  note: 'These are my appointment notes',
  completionNotes: null,
  externalRef: 'MYREF123',
  patient: { id: 'p_Nalv9kl3lT0g8wGlC1' },
  task: { id: 'tsk_LMHYyxJ9TNehdKhcaz' },
  window: { id: 'win_OxhmNYLO74r6988yom' },
  practitioner: { id: 'pr_Edzpwwr2f1idMFpfBb5' },
  location: addresses.wigtown,
  organisationId: organisation.id,
  estimatedTimeOfArrival: null,
  startAfter: null,
  completeBefore: null,
  cancellation: null,
};

const testAppointments: readonly Appointment[] = [
  documented,
  {
    ...documented,
    id: 'apt_3KpLmZx9Vb2NqWs7Ed',
    createdAt: '2023-10-12T08:15:00.120Z',
    updatedAt: '2023-10-12T08:15:00.120Z',
    status: 'scheduling',
    phoneNumber: '+447700900101',
    note: null,
    externalRef: 'test_external_ref',
    patient: { id: 'p_4mKx81TqWv0ZsLbN3d' },
    window: null,
    practitioner: null,
    location: addresses.bristol,
  },
  {
    ...documented,
    id: 'apt_6TgBnHyUjM4KiLoPq1',
    createdAt: '2023-10-10T14:02:11.008Z',
    updatedAt: '2023-10-16T14:41:57.330Z',
    status: 'completed',
    phoneNumber: '+447700900102',
    note: 'The dog is friendly',
    completionNotes: 'Dressing changed, healing well',
    externalRef: null,
    patient: { id: 'p_7RcYh2PfUe9JtGoA6k' },
    task: { id: 'tsk_8VbNqRw2ErTyUiOpAs' },
    window: { id: 'win_2sDfGhJkLzXcVbNmQw' },
    practitioner: { id: 'pr_Qw6TyUi1Op9AsDfGh3j' },
    location: addresses.leeds,
    estimatedTimeOfArrival: '2023-10-16T13:30:00.000Z',
    metadata: { panel: 'Panel A', visit: 2 },
    data: { wound: { length: 31, width: 12 } },
  },
  {
    ...documented,
    id: 'apt_0WsXcDeRfV5TgByHnU',
    createdAt: '2023-10-11T10:30:42.700Z',
    updatedAt: '2023-10-15T07:05:19.004Z',
    status: 'cancelled',
    phoneNumber: '+447700900103',
    note: null,
    externalRef: 'REF-2210',
    patient: { id: 'p_Bn5VwXj0Dq8SiMzE1r' },
    window: { id: 'win_9pOiUyTrEwQaSdFgHj' },
    location: addresses.bristol,
    cancellation: {
      note: 'Moved house',
      causingEntity: 'patient',
      cancellingEntity: 'organisation',
      reasonCode: 'patient_not_present',
    },
  },
];

const liveAppointment: Appointment = {
  ...documented,
  id: 'apt_1LiVeQwErTyUiOpAsD',
  phoneNumber: livePatient.phoneNumber,
  externalRef: 'LIVE-1',
  patient: { id: livePatient.id },
  location: addresses.leeds,
};

/** Fresh records. Both modes hold the documented appointment, so that fixtures can be expanded with either key. */
export function seed(mode: Mode): AllyData {
  const live = mode === 'live';
  return {
    organisations: new Collection([organisation]),
    appointments: new Collection(live ? [documented, liveAppointment] : testAppointments),
    patients: new Collection(live ? [...patients.slice(0, 1), livePatient] : patients),
    tasks: new Collection(tasks),
    practitioners: new Collection(practitioners),
    windows: new Collection(windows),
  };
}
