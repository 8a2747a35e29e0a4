import type { HonoRequest, MiddlewareHandler } from 'hono';
import type { z } from 'zod/v4';
import { Collection } from '../store/collection.ts';
import { type ApiFault, type ApiFaultRule, apiFaultRule } from './rule.ts';
import { commitFault } from './answer.ts';
import { check } from '../http/input.ts';

/** A rule in force. `times` counts down; null stays until it is removed. */
export interface ActiveApiFault {
  readonly id: string;
  readonly fault: ApiFault;
  readonly path: string | null;
  readonly method: string | null;
  readonly headers: readonly string[];
  readonly times: number | null;
}

/** The faults that a platform's API is to commit. The rule that was added first meets a request. */
export class ApiFaults {
  readonly #rules = new Collection<ActiveApiFault>();
  readonly #closing: AbortSignal;
  #count = 0;

  /** @param closing ends slow answers */
  constructor(closing: AbortSignal) {
    this.#closing = closing;
  }

  /** @throws Refusal when the rule makes no sense */
  add(rule: ApiFaultRule): ActiveApiFault {
    const checked: z.output<typeof apiFaultRule> = check(rule, apiFaultRule);
    const { fault, path, method, headers, times } = checked;
    this.#count += 1;
    const id = `flt_${this.#count}`;
    return this.#rules.put({
      id,
      fault,
      path: path ?? null,
      method: method ?? null,
      headers: headers ?? [],
      times: times ?? null,
    });
  }

  list(): ActiveApiFault[] {
    return this.#rules.list();
  }

  /** @returns false when there was no such rule */
  remove(id: string): boolean {
    return this.#rules.remove(id);
  }

  clear(): void {
    this.#rules.reset();
  }

  /**
   * Hono middleware that commits the fault that is due, before the API sees the request.
   *
   * @param root the platform's path, e.g. `/ally`
   */
  middleware(root: string): MiddlewareHandler {
    return async (c, next) => {
      const fault = this.#take(c.req, c.req.path.slice(root.length));
      return fault === null ? next() : commitFault(fault, c, next, this.#closing);
    };
  }

  #take(request: HonoRequest, path: string): ApiFault | null {
    const rule = this.#rules.list().find((one) => meets(one, request, path));
    if (rule === undefined) return null;
    if (rule.times === 1) this.#rules.remove(rule.id);
    else if (rule.times !== null) this.#rules.put({ ...rule, times: rule.times - 1 });
    return rule.fault;
  }
}

function meets(rule: ActiveApiFault, request: HonoRequest, path: string): boolean {
  return (
    (rule.method ?? request.method) === request.method &&
    path.startsWith(rule.path ?? '/') &&
    rule.headers.every((name) => request.header(name) !== undefined)
  );
}
