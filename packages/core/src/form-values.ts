/** Values of forms. Filled from an expression, a host hands over text where a list or a number is expected. */

/** What was chosen from a list, or written with commas between. Ids may be numbers; empty entries choose nothing. */
export function readList(value: unknown): string[] {
  const entries: readonly unknown[] = typeof value === 'string' ? value.split(',') : [value].flat();
  return entries.map(readText).filter((text) => text !== '');
}

/** A number from 0 upwards. Undefined for anything else: it must not switch a check off, as 0 does on purpose. */
export function readNumber(value: unknown): number | undefined {
  const text = readText(value);
  const number = Number(text);
  return text !== '' && Number.isFinite(number) && number >= 0 ? number : undefined;
}

function readText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
