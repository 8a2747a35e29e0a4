import type { JsonValue } from '../../json.ts';

export interface Rows {
  readonly rows: JsonValue[];
  /** The data where it is no JSON. */
  readonly text: string | null;
}

/**
 * Reads the rows out of base64 data. What is inside is not documented but by the beginning of an example, which is
 * JSON: each page is read by itself, else all of them together, else they are text.
 */
export function readRows(pages: readonly string[]): Rows {
  const bytes = pages.map((page) => Buffer.from(page, 'base64'));
  const single = bytes.map((page) => parseRows(page.toString('utf8')));
  if (single.every((rows) => rows !== null)) return { rows: single.flat(), text: null };
  // A page may end in the middle of a row, or of a character.
  const text = Buffer.concat(bytes).toString('utf8');
  const together = parseRows(text);
  return together === null ? { rows: [], text } : { rows: together, text: null };
}

/** A list is rows, anything else is one row. Null where the text is no JSON. */
function parseRows(text: string): JsonValue[] | null {
  if (text.trim() === '') return [];
  try {
    const value = JSON.parse(text) as JsonValue;
    return Array.isArray(value) ? value : [value];
  } catch {
    // The error would quote the data; the caller goes on with the text.
    return null;
  }
}
