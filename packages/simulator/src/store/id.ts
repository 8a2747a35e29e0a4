import { randomInt } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A random id or secret of letters and digits, e.g. `apt_9HRUhuDrE9x882Tgx2`. */
export function randomId(prefix: string, length = 18): string {
  const characters = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]);
  return prefix + characters.join('');
}
