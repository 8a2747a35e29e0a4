import type { z } from 'zod/v4';
import { check } from './http/input.ts';

/** Settings in groups, e.g. `signature.header`. */
type Groups = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Any part of the settings. */
export type Patch<Values extends Groups> = { readonly [Group in keyof Values]?: Partial<Values[Group]> };

/** A platform's settings, which can change while it runs. */
export class Settings<Values extends Groups> {
  readonly #schema: z.ZodType<Values>;
  readonly #initial: Values;
  #current: Values;

  /** @throws Refusal when the patch is wrong */
  constructor(schema: z.ZodType<Values>, defaults: Values, patch: Patch<Values> = {}) {
    this.#schema = schema;
    this.#initial = check(merge(defaults, patch), schema);
    this.#current = this.#initial;
  }

  get current(): Values {
    return this.#current;
  }

  /**
   * Changes only what the patch names.
   *
   * @throws Refusal when the patch is wrong; then nothing changes
   */
  update(patch: Patch<Values>): Values {
    this.#current = check(merge(this.#current, patch), this.#schema);
    return this.#current;
  }

  /** Back to what they were at the start. */
  reset(): void {
    this.#current = this.#initial;
  }
}

function merge<Values extends Groups>(values: Values, patch: Patch<Values>): unknown {
  const names = new Set([...Object.keys(values), ...Object.keys(patch)]);
  return Object.fromEntries([...names].map((name) => [name, { ...values[name], ...patch[name] }]));
}
