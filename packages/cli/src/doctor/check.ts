import { TriggerError } from '@carehooks/core';
import { type ExitCode, exitCodes } from '../exit.ts';
import { exitCodeOf } from '../failure.ts';
import type { State } from '../output/mark.ts';

/** One thing that was looked at. */
export interface Check {
  readonly name:
    'settings' | 'base-url' | 'login' | 'connection' | 'webhooks' | 'subscription' | 'target' | 'deliveries';
  readonly state: State;
  readonly message: string;
  /** The next action. */
  readonly hint?: string;
  /** What a person has to do by hand, in order. */
  readonly steps?: readonly string[];
  /** For the exit code; 0 unless it is a problem. */
  readonly code: ExitCode;
}

type Name = Check['name'];

export function ok(name: Name, message: string): Check {
  return { name, state: 'ok', message, code: exitCodes.good };
}

export function note(
  name: Name,
  message: string,
  more: { hint?: string; steps?: readonly string[] } = {},
): Check {
  return { name, state: 'note', message, code: exitCodes.good, ...more };
}

export function problem(
  name: Name,
  message: string,
  hint: string,
  code: ExitCode = exitCodes.notGood,
): Check {
  return { name, state: 'problem', message, hint, code };
}

/**
 * What the core knows to say about a failure.
 *
 * @throws whatever is no failure of the platform or its settings
 */
export function failure(name: Name, error: unknown): Check {
  if (!(error instanceof TriggerError)) throw error;
  return problem(name, error.message, error.hint, exitCodeOf(error.code));
}
