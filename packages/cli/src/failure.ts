import { type ErrorCode, TriggerError } from '@carehooks/core';
import { Refusal } from '@carehooks/simulator';
import { CliError, Exit, type ExitCode, exitCodes } from './exit.ts';
import type { CliIo } from './io.ts';
import { writeLine } from './output/stream.ts';

/** Says what went wrong and what to do, and never what was being worked on. */
export function reportFailure(error: unknown, io: CliIo): ExitCode {
  if (error instanceof Exit) return error.code;
  const { message, hint, code } = describeFailure(error);
  writeLine(io.stderr, `Error: ${message}`);
  if (hint !== null) writeLine(io.stderr, `What to do: ${hint}`);
  return code;
}

interface Failure {
  readonly message: string;
  readonly hint: string | null;
  readonly code: ExitCode;
}

function describeFailure(error: unknown): Failure {
  if (error instanceof CliError) return error;
  if (error instanceof TriggerError) {
    return { message: `${error.message}.`, hint: error.hint, code: exitCodeOf(error.code) };
  }
  if (error instanceof Refusal) return { message: error.message, hint: null, code: exitCodes.usage };
  // Whatever threw it may have quoted a secret, so only its kind is told.
  const kind = error instanceof Error ? error.name : typeof error;
  return {
    message: `Carehooks failed unexpectedly (${kind}).`,
    hint: 'Report it with the command at https://github.com/carehooks/carehooks/issues, without secrets.',
    code: exitCodes.notGood,
  };
}

/** Where the API did not answer as it should, the account was not judged; everything else is about what was entered. */
export function exitCodeOf(code: ErrorCode): ExitCode {
  return code.startsWith('api-') ? exitCodes.unreachable : exitCodes.usage;
}
