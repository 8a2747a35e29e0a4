import type { JsonValue, TriggerError } from '@carehooks/core';
import type { ExplanationLine } from '@carehooks/core/explain';

declare const brand: unique symbol;

/**
 * Text that may stand in a report. It is made by the functions of this file alone, none of which lets a value through:
 * where a check needs words for what it saw, the compiler asks for one of them.
 */
export type Shown = string & { readonly [brand]: true };

/**
 * Text of ours with shown parts and numbers in it.
 *
 * @example
 * shown`Answered ${status} with ${fieldsOf(body)}.`
 */
export function shown(texts: TemplateStringsArray, ...parts: ReadonlyArray<Shown | number>): Shown {
  return String.raw({ raw: texts }, ...parts) as Shown;
}

/** A name as people give one to a header or a field. With four digits or anything else it may be an id or a person. */
const ordinaryName = /^(?!(?:.*\d){4})[A-Za-z_$][\w-]{0,63}(?:\[\])?$/;

/** The name of a header or of a field. */
export function nameOf(name: string): Shown {
  return (ordinaryName.test(name) ? `\`${name}\`` : 'one with an unusual name') as Shown;
}

/** The value, where it is on a closed list. Upper and lower case are alike. */
export function listed(value: string, closed: readonly string[]): Shown {
  const found = closed.find((one) => one.toLowerCase() === value.trim().toLowerCase());
  return (found === undefined ? 'one that is not on our list' : `\`${found}\``) as Shown;
}

/** `a`, `b` and `c`, or `none`. */
export function listOf(parts: readonly Shown[], nothing = 'none'): Shown {
  const distinct = [...new Set(parts)];
  const last = distinct.pop();
  if (last === undefined) return nothing as Shown;
  return (distinct.length === 0 ? last : `${distinct.join(', ')} and ${last}`) as Shown;
}

/** Parts as they come, with commas between. */
export function inOrder(parts: readonly Shown[]): Shown {
  return parts.join(', ') as Shown;
}

/** The explain engine's own words, which hold no secret, no header value and nothing of a body. */
export function explained(lines: ReadonlyArray<Pick<ExplanationLine, 'text'>>): Shown {
  return lines.map(({ text }) => text).join(' ') as Shown;
}

/** The core's own words for a failure. */
export function failureOf({ message }: TriggerError): Shown {
  return `${message}.` as Shown;
}

/** What kind of text it is: `a GUID`, `an ISO 8601 time`. */
function kindOfText(text: string): string {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return 'GUID';
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text)) return 'ISO 8601 time';
  if (/^1\d{9}$/.test(text)) return 'seconds since 1970 as text';
  if (/^1\d{12}$/.test(text)) return 'milliseconds since 1970 as text';
  return /^-?\d+(?:\.\d+)?$/.test(text) ? 'number as text' : 'text';
}

function kindOfNumber(number: number): string {
  if (number > 1e9 && number < 2e9) return 'seconds since 1970';
  return number > 1e12 && number < 2e12 ? 'milliseconds since 1970' : 'number';
}

/** The type of a value, and of no more than its outermost fields. */
export function typeOf(value: JsonValue | undefined): Shown {
  if (value == null) return (value === null ? 'null' : 'nothing') as Shown;
  if (typeof value === 'string') return kindOfText(value) as Shown;
  if (typeof value === 'number') return kindOfNumber(value) as Shown;
  if (typeof value === 'boolean') return 'true or false' as Shown;
  if (!Array.isArray(value)) return 'object' as Shown;
  return value.length === 0 ? ('empty list' as Shown) : shown`list of ${listOf(value.map(typeOf))}`;
}

/** The fields of an object with their types, of a list those of its first entry. */
export function fieldsOf(value: JsonValue | undefined): Shown {
  if (Array.isArray(value) && value.length > 0) return shown`a list, each with ${fieldsOf(value[0])}`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return typeOf(value);
  return listOf(
    Object.entries(value).map(([name, inner]) => shown`${nameOf(name)} (${typeOf(inner)})`),
    'no fields',
  );
}
