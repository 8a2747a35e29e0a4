import type { Changes } from '../../platform.ts';
import { listAppointments } from './api.ts';

/** Filter syntax: https://docs.heim.health/docs/filters */
export const changes: Changes = {
  event: 'appointment.updated',
  versionField: 'updatedAt',
  list: (since, connection) => listAppointments(connection, `updatedAt>"${since}"`),
};
