/** `1 byte`, `1,024 bytes`. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(names: readonly string[], word = 'and'): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${word} ${last}`;
}

const units = [
  ['year', 365 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A span of time in its two largest units, rounded up to whole seconds: `1 day 2 hours`, `5 minutes 1 second`. */
export function duration(milliseconds: number): string {
  let seconds = Math.ceil(milliseconds / 1_000);
  const parts: string[] = [];
  for (const [noun, size] of units) {
    const amount = Math.floor(seconds / size);
    seconds -= amount * size;
    if (amount > 0) parts.push(count(amount, noun));
  }
  return parts.length === 0 ? 'no time' : parts.slice(0, 2).join(' ');
}
