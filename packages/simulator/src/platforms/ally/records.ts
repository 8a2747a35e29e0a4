import type { JsonObject } from '@carehooks/core';
import { Collection } from '../../store/collection.ts';

/** Records as the API tells them; fields in the order of https://docs.allyhealth.co.uk/docs/webhooks */

export interface Reference {
  readonly id: string;
}

export interface Appointment {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly status: 'scheduling' | 'scheduled' | 'completed' | 'cancelled';
  readonly phoneNumber: string;
  readonly note: string | null;
  readonly completionNotes: string | null;
  readonly externalRef: string | null;
  readonly patient: Reference;
  readonly task: Reference;
  readonly window: Reference | null;
  readonly practitioner: Reference | null;
  readonly location: Location;
  readonly organisationId: string;
  readonly estimatedTimeOfArrival: string | null;
  readonly startAfter: string | null;
  readonly completeBefore: string | null;
  readonly cancellation: Cancellation | null;
  readonly metadata?: JsonObject | null;
  /** Results of the visit; each task has its own shape (https://docs.allyhealth.co.uk/docs/data). */
  readonly data?: JsonObject;
}

export interface Location {
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly county: string | null;
  readonly postalCode: string;
  readonly country: string;
}

export interface Cancellation {
  readonly note: string | null;
  readonly causingEntity: string;
  readonly cancellingEntity: string;
  readonly reasonCode: string;
}

export interface Organisation {
  readonly id: string;
  readonly name: string;
}

export interface Patient {
  readonly id: string;
  readonly title: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly sex: string | null;
  readonly phoneNumber: string;
  readonly email: string;
  readonly nhsNumber: string | null;
  readonly externalRef: string | null;
  readonly dateOfBirth: string;
  readonly note: string | null;
}

export interface Task {
  readonly id: string;
  readonly name: string;
}

export interface Practitioner {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
}

export interface Window {
  readonly id: string;
  readonly startAt: string;
  readonly endAt: string;
}

/** Test Mode or not: each has its own API key, records and webhooks. */
export type Mode = 'test' | 'live';

export const modes = ['test', 'live'] as const;

/** The records of one mode. */
export interface AllyData {
  readonly organisations: Collection<Organisation>;
  readonly appointments: Collection<Appointment>;
  readonly patients: Collection<Patient>;
  readonly tasks: Collection<Task>;
  readonly practitioners: Collection<Practitioner>;
  readonly windows: Collection<Window>;
}

/** What an appointment points to, by the field that points there. */
export const relations = {
  patient: 'patients',
  task: 'tasks',
  window: 'windows',
  practitioner: 'practitioners',
} as const satisfies Partial<Record<keyof Appointment, keyof AllyData>>;

export type RelationName = keyof typeof relations;

export const relationNames = Object.keys(relations) as RelationName[];
