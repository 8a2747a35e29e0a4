import { Collection } from '../../store/collection.ts';
import { randomId } from '../../store/id.ts';

interface Token {
  readonly id: string;
  readonly refreshToken: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export type TokenState = 'valid' | 'expired' | 'unknown';

/** Tokens that are remembered; the oldest go first. */
const capacity = 1_000;

/** Access tokens that were given out, with their refresh tokens. */
export class Tokens {
  readonly #tokens = new Collection<Token>([], capacity);

  /** @param lifetime seconds */
  issue(lifetime: number, now: number): Token {
    return this.#tokens.put({
      id: randomId('eka_at_', 40),
      refreshToken: randomId('eka_rt_', 40),
      expiresAt: now + lifetime * 1_000,
    });
  }

  stateOf(accessToken: string, now: number): TokenState {
    const token = this.#tokens.get(accessToken);
    if (token === undefined) return 'unknown';
    return token.expiresAt > now ? 'valid' : 'expired';
  }

  /** Takes the pair away, so that it is good for one refresh. False where the two do not belong together. */
  redeem(accessToken: string, refreshToken: string): boolean {
    const token = this.#tokens.get(accessToken);
    return token?.refreshToken === refreshToken && this.#tokens.remove(accessToken);
  }

  /** Ends all tokens before their time. */
  clear(): void {
    this.#tokens.reset();
  }
}
