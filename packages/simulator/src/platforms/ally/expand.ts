import type { AllyData, Appointment, RelationName } from './records.ts';
import { relationNames, relations } from './records.ts';
import type { AllySettings } from './settings.ts';

/**
 * The relations that a request asks for. The API "supports expansion of nested objects", but how is not documented,
 * so the form is a setting and any other form is ignored like every unknown parameter.
 */
export function readExpand(
  queries: Readonly<Record<string, readonly string[]>>,
  form: AllySettings['api']['expand'],
): RelationName[] {
  const asked = askedFor(queries, form).map((name) => name.trim());
  return relationNames.filter((name) => asked.includes(name));
}

function askedFor(queries: Readonly<Record<string, readonly string[]>>, form: string): readonly string[] {
  if (form === 'comma') return (queries['expand'] ?? []).flatMap((list) => list.split(','));
  return form === 'brackets' ? (queries['expand[]'] ?? []) : [];
}

/** The appointment with whole records in place of `{ id }`; a record that does not exist stays as it is. */
export function expand(
  appointment: Appointment,
  names: readonly RelationName[],
  data: AllyData,
): Appointment {
  const whole = names.map((name) => {
    const reference = appointment[name];
    return [
      name,
      reference === null ? null : (data[relations[name]].get(reference.id) ?? reference),
    ] as const;
  });
  return { ...appointment, ...Object.fromEntries(whole) };
}

/** The appointment as filters see it: with everything expanded, and the patient's name in one, as in `patient.name`. */
export function filterView(appointment: Appointment, data: AllyData): object {
  const patient = data.patients.get(appointment.patient.id);
  const named = patient === undefined ? appointment.patient : nameOf(patient);
  return { ...expand(appointment, relationNames, data), patient: named };
}

/** A record with `name` made of its first and last name. */
export function nameOf<Person extends { readonly firstName: string; readonly lastName: string }>(
  person: Person,
) {
  return { ...person, name: `${person.firstName} ${person.lastName}` };
}
