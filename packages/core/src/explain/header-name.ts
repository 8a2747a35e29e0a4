import type { Delivery } from '../delivery.ts';

/** A name as HTTP allows it (RFC 9110, 5.6.2) and of usual length: safe to print. */
const printable = /^[\w!#$%&'*+.^`|~-]{1,64}$/;

/** The name of a header as it may be shown: captures may hold anything where a name belongs. */
export function shownName(name: string): string {
  return printable.test(name) ? name : 'with an unusual name';
}

/** Headers whose name has the most telling word of the name that is looked for, such as `signature`. */
export function alikeNames({ headers }: Delivery, wanted: string): string[] {
  const [telling = wanted] = wanted.split(/[-_]/).sort((left, right) => right.length - left.length);
  return Object.keys(headers)
    .filter((name) => name !== wanted && name.includes(telling) && printable.test(name))
    .slice(0, 5);
}
