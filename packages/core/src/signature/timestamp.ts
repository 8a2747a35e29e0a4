import type { ErrorCode } from '../errors.ts';
import type { TimestampFormat } from './scheme.ts';

const digits = /^\d{1,15}$/;
const iso8601 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970, or null when the text is not exactly of that format. */
export function parseTimestamp(text: string, format: TimestampFormat): number | null {
  if (format === 'iso-8601' || format === 'iso-8601-ticks') {
    const time = iso8601.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(time) ? null : time;
  }
  if (!digits.test(text)) return null;
  return format === 'unix-seconds' ? Number(text) * 1000 : Number(text);
}

export function formatTimestamp(time: number, format: TimestampFormat): string {
  if (format === 'iso-8601') return new Date(time).toISOString();
  if (format === 'iso-8601-ticks') return new Date(time).toISOString().replace('Z', '0000+00:00');
  return String(format === 'unix-seconds' ? Math.floor(time / 1000) : time);
}

/**
 * Checks the replay window, in both directions and including its borders.
 *
 * @param tolerance seconds; 0 switches the check off
 * @returns null when the time lies within the window
 */
export function checkWindow(time: number, receivedAt: number, tolerance: number): ErrorCode | null {
  if (tolerance === 0) return null;
  // Asked in this way, a tolerance that is no number lets nothing through.
  if (Math.abs(receivedAt - time) <= tolerance * 1_000) return null;
  return time > receivedAt ? 'timestamp-future' : 'timestamp-stale';
}
