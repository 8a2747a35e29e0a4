import { problems } from './problems.ts';

export type ErrorCode = keyof typeof problems;

export const errorCodes = Object.keys(problems) as ErrorCode[];

/** The sentence that tells a person what to do next. */
export function hintFor(code: ErrorCode): string {
  return problems[code].hint;
}

export function messageFor(code: ErrorCode): string {
  return problems[code].message;
}

/** Safe facts about an error: names we chose ourselves and numbers, never data of a delivery. */
export interface ErrorFacts {
  readonly status?: number;
  readonly relation?: string;
  /** Milliseconds after which the platform wants to be asked again. */
  readonly retryAfter?: number;
}

/**
 * A problem with a stable code and a hint that names the next action.
 *
 * It is built from the table of problems and from safe facts only, and it has no `cause`: hosts store and show errors, so
 * nothing of a payload, header or secret may ever hang on one.
 */
export class TriggerError extends Error {
  override readonly name = 'TriggerError';
  readonly code: ErrorCode;
  readonly hint: string;
  readonly facts: ErrorFacts;

  constructor(code: ErrorCode, facts: ErrorFacts = {}) {
    const where = facts.relation === undefined ? '' : ` (${facts.relation})`;
    const status = facts.status === undefined ? '' : ` [HTTP ${facts.status}]`;
    super(`${messageFor(code)}${where}${status}`);
    this.code = code;
    this.hint = hintFor(code);
    this.facts = facts;
  }
}

/** Message and hint as one paragraph, for hosts that show a single text. */
export function paragraphFor(code: ErrorCode): string {
  return `${messageFor(code)}. ${hintFor(code)}`;
}
