interface Entry {
  value: string;
  expiresAt: number;
}

/**
 * Zapier's store behind z.cache: shared by all Zaps of the app unless a call narrows its scope, values as JSON text,
 * ttl in seconds.
 * @see https://docs.zapier.com/platform/reference/cli-docs#zcache
 */
export class ZapierCache {
  readonly #entries = new Map<string, Entry>();

  /** Forgets everything. */
  reset(): void {
    this.#entries.clear();
  }

  /** Keys that hold a value now, with their scope in front if they have one. */
  keys(): string[] {
    return [...this.#entries.keys()].filter((key) => this.get(key) !== null);
  }

  get(key: string): string | null {
    const entry = this.#entries.get(key);
    return entry && Date.now() < entry.expiresAt ? entry.value : null;
  }

  /** Returns whether the value was stored; with `onlyIfNew` an existing one stays and the answer is false. */
  set(key: string, value: string, ttlSeconds: number | null, onlyIfNew: boolean): boolean {
    if (onlyIfNew && this.get(key) !== null) return false;
    const expiresAt = ttlSeconds === null ? Infinity : Date.now() + ttlSeconds * 1000;
    this.#entries.set(key, { value, expiresAt });
    return true;
  }

  delete(key: string): boolean {
    const existed = this.get(key) !== null;
    this.#entries.delete(key);
    return existed;
  }
}
