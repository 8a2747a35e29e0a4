import type { JsonObject } from '@carehooks/core';
import { Collection } from '../../store/collection.ts';
import { hashOf } from './result.ts';
import type { AsyncQuery, HaloConnectData, RegisteredQuery, Site } from './records.ts';

const wattle: Site = {
  id: '12345678-abcd-ef01-2345-6789abcdef01',
  pmsType: 'BestPractice',
  name: 'Wattle Street Medical',
  availability: 'online',
  status: 'active',
  haloLinkVersion: '3.1.0',
  practiceMetadata: { practiceName: 'Wattle Street Medical' },
  authoritative: true,
  createdAt: '2025-02-03T00:12:40.000Z',
  heartbeatTimestampUTC: '2026-01-15T09:29:30.000Z',
};

const banksia: Site = {
  ...wattle,
  id: '3f91c577-20a8-467b-8991-b96dfb90e8c6',
  pmsType: 'Zedmed',
  name: 'Banksia Family Clinic',
  availability: 'offline',
  practiceMetadata: { practiceName: 'Banksia Family Clinic' },
};

/** Made-up people. */
const names = ['Zoë Citizen', 'Ngaire Sample', 'Tama Example', 'Bronte Placeholder', "Declan O'Specimen"];

/** Rows of an appointment book. */
export function appointmentRows(count: number): JsonObject[] {
  return Array.from({ length: count }, (_, index) => ({
    AppointmentId: 4_711 + index,
    Patient: names[index % names.length] ?? '',
    AppointmentDate: '2026-01-16',
    AppointmentTime: 8 * 3_600 + index * 900,
    Status: index % 4 === 0 ? 'Arrived' : 'Booked',
  }));
}

/** The query of the documented webhook and of the fixtures. */
const documented: AsyncQuery = {
  id: 'abcdef01-2345-6789-abcd-ef0123456789',
  siteId: wattle.id,
  status: 'successful',
  createdAt: '2026-03-05T14:29:12.000Z',
  updatedAt: '2026-03-05T14:30:00.000Z',
  result: appointmentRows(25),
};

const empty: AsyncQuery = {
  ...documented,
  id: '1366ef6e-d536-457c-8f1b-eaa4352059f9',
  siteId: banksia.id,
  result: [],
};

const today: RegisteredQuery = {
  id: 'd8d667d9-1234-abcd-56ef-1234567890ab',
  siteId: wattle.id,
  name: 'Appointments today',
  frequency: 60,
  duration: 86_400,
  createdAt: '2026-01-15T05:23:40.983Z',
  cancelled: false,
  lastHash: hashOf(appointmentRows(3)),
  lastSucceededAt: '2026-01-15T09:29:58.417Z',
  runs: 246,
  result: appointmentRows(3),
};

/** Fresh records. Both environments hold the documented ones, so that fixtures can be expanded with either key. */
export function seed(): HaloConnectData {
  return {
    sites: new Collection([wattle, banksia]),
    asyncQueries: new Collection([documented, empty]),
    registeredQueries: new Collection([today]),
  };
}
