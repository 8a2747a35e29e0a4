const iso8601 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** Later than any time in seconds that a capture may tell, and earlier than any in milliseconds. */
const leastMilliseconds = 1e11;

/** Milliseconds since 1970 of an ISO 8601 time with its zone, or of a Unix time; null for anything else. */
export function toTime(value: unknown): number | null {
  if (typeof value === 'string' && iso8601.test(value)) {
    const time = Date.parse(value);
    return Number.isNaN(time) ? null : time;
  }
  if (typeof value !== 'number' || !(value > 0) || value > 1e14) return null;
  return value < leastMilliseconds ? value * 1_000 : value;
}
