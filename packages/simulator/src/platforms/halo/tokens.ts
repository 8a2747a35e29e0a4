import { Collection } from '../../store/collection.ts';
import { randomId } from '../../store/id.ts';

interface Token {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Tokens that are remembered; the oldest go first. */
const capacity = 1_000;

/** Access tokens that were given out. */
export class Tokens {
  readonly #tokens = new Collection<Token>([], capacity);

  /** @param lifetime seconds */
  issue(lifetime: number, now: number): string {
    return this.#tokens.put({ id: randomId('halo_', 40), expiresAt: now + lifetime * 1_000 }).id;
  }

  isValid(token: string, now: number): boolean {
    return (this.#tokens.get(token)?.expiresAt ?? 0) > now;
  }

  /** Ends all tokens before their time. */
  clear(): void {
    this.#tokens.reset();
  }
}
