import type { ally, JsonObject } from '@carehooks/core';
import { Refusal } from '../../refusal.ts';
import { randomId } from '../../store/id.ts';
import type { AllyData, Appointment, Cancellation, Location } from './records.ts';

export type AllyEvent = (typeof ally.events)[number]['type'];

/** An appointment after something happened to it, with the events that tell of it. */
export interface Change {
  readonly appointment: Appointment;
  readonly events: readonly AllyEvent[];
}

export interface NewAppointment {
  readonly patientId: string;
  readonly taskId: string;
  readonly windowId?: string | null;
  readonly phoneNumber: string;
  readonly location: Location;
  readonly externalRef?: string | null;
  readonly note?: string | null;
  readonly planFrom?: string | null;
  readonly planTo?: string | null;
  readonly metadata?: JsonObject | null;
}

/** Without a window the patient picks one later: https://docs.heim.health/reference/createappointmentv1 */
export function createAppointment(data: AllyData, input: NewAppointment, now: number): Change {
  requireRecord(data, 'patients', 'patientId', input.patientId);
  requireRecord(data, 'tasks', 'taskId', input.taskId);
  const { windowId = null } = input;
  if (windowId !== null) requireRecord(data, 'windows', 'windowId', windowId);
  const at = new Date(now).toISOString();
  const appointment = data.appointments.put({
    id: randomId('apt_'),
    createdAt: at,
    updatedAt: at,
    status: windowId === null ? 'scheduling' : 'scheduled',
    phoneNumber: input.phoneNumber,
    note: input.note ?? null,
    completionNotes: null,
    externalRef: input.externalRef ?? null,
    patient: { id: input.patientId },
    task: { id: input.taskId },
    window: windowId === null ? null : { id: windowId },
    practitioner: null,
    location: input.location,
    organisationId: data.organisations.list()[0]?.id ?? '',
    estimatedTimeOfArrival: null,
    startAfter: input.planFrom ?? null,
    completeBefore: input.planTo ?? null,
    cancellation: null,
    ...(input.metadata === undefined ? {} : { metadata: input.metadata }),
  });
  const events: AllyEvent[] = ['appointment.created'];
  return { appointment, events: windowId === null ? events : [...events, 'appointment.scheduled'] };
}

export function scheduleAppointment(data: AllyData, id: string, windowId: string, now: number): Change {
  requireRecord(data, 'windows', 'windowId', windowId);
  const appointment = change(data, id, now, { status: 'scheduled', window: { id: windowId } });
  return { appointment, events: ['appointment.scheduled'] };
}

export type Edit = Partial<Pick<Appointment, 'note' | 'externalRef' | 'metadata' | 'estimatedTimeOfArrival'>>;

/** Saving tells `updated` even where nothing changes: https://docs.allyhealth.co.uk/docs/events */
export function editAppointment(data: AllyData, id: string, edit: Edit, now: number): Change {
  return { appointment: change(data, id, now, edit), events: ['appointment.updated'] };
}

export type Completion = Partial<Pick<Appointment, 'completionNotes' | 'data'>>;

export function completeAppointment(data: AllyData, id: string, result: Completion, now: number): Change {
  const appointment = change(data, id, now, { ...result, status: 'completed' });
  return { appointment, events: ['appointment.completed'] };
}

/**
 * @param again whether a cancelled appointment may be cancelled anew: the API refuses, while an edited reason in the
 *   dashboard tells `cancelled` once more (https://docs.allyhealth.co.uk/docs/appointment-cancellations)
 */
export function cancelAppointment(
  data: AllyData,
  id: string,
  reason: Partial<Cancellation>,
  now: number,
  again: boolean,
): Change {
  const before = findAppointment(data, id);
  if (before.status === 'cancelled' && !again) {
    throw new Refusal(`Appointment ${id} is cancelled already: edit the reason in the dashboard.`);
  }
  const unstated: Cancellation = before.cancellation ?? {
    note: null,
    causingEntity: 'organisation',
    cancellingEntity: 'organisation',
    reasonCode: 'practitioner_cancelled',
  };
  const appointment = change(data, id, now, {
    status: 'cancelled',
    cancellation: { ...unstated, ...reason },
  });
  return { appointment, events: ['appointment.cancelled'] };
}

/** @throws Refusal 404 */
export function findAppointment(data: AllyData, id: string): Appointment {
  const appointment = data.appointments.get(id);
  if (appointment === undefined)
    throw new Refusal(`There is no appointment ${id}: list them to see which there are.`, 404);
  return appointment;
}

function change(data: AllyData, id: string, now: number, fields: Partial<Appointment>): Appointment {
  const before = findAppointment(data, id);
  // Two changes within a millisecond are still two versions.
  const updatedAt = new Date(Math.max(now, Date.parse(before.updatedAt) + 1)).toISOString();
  return data.appointments.put({ ...before, ...fields, updatedAt });
}

function requireRecord(data: AllyData, collection: keyof AllyData, field: string, id: string): void {
  if (data[collection].get(id) !== undefined) return;
  throw new Refusal(`${field}: there is no record ${id} among the ${collection} of this mode.`);
}
