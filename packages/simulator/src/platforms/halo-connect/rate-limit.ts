import { ApiProblem } from './problem.ts';

const minute = 60_000;

/** Counts the requests of each key in the last minute. */
export class RateLimit {
  readonly #times = new Map<string, number[]>();

  /** @throws ApiProblem 429 */
  count(key: string, limit: number | null, now: number): void {
    if (limit === null) return;
    const recent = (this.#times.get(key) ?? []).filter((time) => time > now - minute);
    const [oldest] = recent;
    if (recent.length >= limit && oldest !== undefined) {
      const seconds = Math.ceil((oldest + minute - now) / 1_000);
      throw new ApiProblem(429, `Rate limit is exceeded. Try again in ${seconds} seconds.`, seconds);
    }
    this.#times.set(key, [...recent, now]);
  }

  clear(): void {
    this.#times.clear();
  }
}
