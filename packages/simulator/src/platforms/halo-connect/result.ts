import { createHash } from 'node:crypto';
import type { Result } from './records.ts';
import type { HaloConnectSettings } from './settings.ts';

/** A result, or a part of it, as the API encodes it. */
export function encode(result: Result): { readonly data: string; readonly size: number } {
  const bytes = Buffer.from(typeof result === 'string' ? result : JSON.stringify(result));
  return { data: bytes.toString('base64'), size: bytes.length };
}

/** By this a changed result is told from an unchanged one. */
export function hashOf(result: Result): string {
  return createHash('sha256').update(encode(result).data).digest('base64');
}

export function countRows(result: Result): number {
  return typeof result === 'string' ? result.split('\n').length : result.length;
}

export interface Page {
  readonly pageNumber: number;
  readonly status: string;
  readonly size: number;
  readonly rows: { readonly count: number; readonly rangeStart: number; readonly rangeEnd: number };
  readonly data: string;
}

/** An async result, cut into pages. Text is cut between lines. */
export function pagesOf(result: Result, settings: HaloConnectSettings['results']): Page[] {
  const { pageRows, lastPage } = settings;
  const rows = typeof result === 'string' ? result.split('\n') : result;
  const count = Math.ceil(rows.length / pageRows);
  return Array.from({ length: count }, (_, index) => {
    const start = index * pageRows;
    const part = rows.slice(start, start + pageRows);
    const last = index === count - 1;
    const text = typeof result === 'string' ? `${part.join('\n')}${last ? '' : '\n'}` : part;
    return {
      pageNumber: index + 1,
      status: last ? lastPage : 'cached',
      rows: { count: part.length, rangeStart: start, rangeEnd: start + part.length - 1 },
      ...encode(text),
    };
  });
}
