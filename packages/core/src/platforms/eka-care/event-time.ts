import { asText, type JsonValue } from '../../json.ts';

/** Seconds since 1970 stay below this until the year 5138; milliseconds are above it since 1973. */
const firstMilliseconds = 1e11;

/** Some inpatient records write `2026-06-30 07:24:21.985000+00:00`. */
const spaced = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})/;

/**
 * Seconds, milliseconds or a date as ISO 8601, or null: which of them a time is sent in differs from event to event,
 * and 0 stands for none.
 */
export function toIsoTime(value: JsonValue | undefined): string | null {
  const text = asText(value)?.trim() ?? '';
  const number = Number(text);
  if (text === '' || number === 0) return null;
  const time = Number.isNaN(number) ? Date.parse(text.replace(spaced, '$1T$2')) : toMilliseconds(number);
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function toMilliseconds(number: number): number {
  return number > firstMilliseconds ? number : number * 1_000;
}
