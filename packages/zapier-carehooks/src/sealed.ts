import { type ErrorCode, hintFor, Interruption, messageFor, TriggerError } from '@carehooks/core';
import type { Bundle, ZObject } from 'zapier-platform-core';

/** A function as Zapier calls it, of a trigger, of the connection, or for dehydrated data. */
export type Perform<Result> = (z: ZObject, bundle: Bundle) => Promise<Result>;

/** A delivery that must not start a Zap. Thrown inside sealed work only. */
export class Rejection extends Error {
  override readonly name = 'Rejection';
  readonly code: ErrorCode;
  readonly hint: string;

  /** @param hint what to do about it, where that is not the same as elsewhere */
  constructor(code: ErrorCode, hint = hintFor(code)) {
    super(code);
    this.code = code;
    this.hint = hint;
  }
}

/** A problem in the user's settings, in words of ours that are safe to show. Thrown inside sealed work only. */
export class SettingsProblem extends Error {
  override readonly name = 'SettingsProblem';
}

/** The token of the connection no longer counts. Thrown inside sealed work only. */
export class SessionExpired extends Interruption {
  override readonly name = 'SessionExpired';
}

/**
 * Wraps a function so that no error leaves it with data in it.
 *
 * Zapier adds the whole bundle, with secrets and payload, to the message of most errors and logs it. Only errors made
 * here get out, marked with the platform's own sign for "add nothing".
 *
 * A rejection becomes a `HaltedError`, which never switches a Zap off: whoever knows the URL of a hook can send
 * forgeries, and must not be able to do that with them.
 * https://docs.zapier.com/platform/reference/cli-docs#handling-halted-execution
 *
 * Zapier tells a `RefreshAuthError` by its name, which the sign leaves alone.
 */
export function sealed<Result>(work: Perform<Result>): Perform<Result> {
  return async (z, bundle) => {
    try {
      return await work(z, bundle);
    } catch (error) {
      throw Object.defineProperty(translate(error, z), 'doNotContextify', { value: true });
    }
  };
}

function translate(error: unknown, z: ZObject): Error {
  if (error instanceof Rejection) {
    return new z.errors.HaltedError(`${messageFor(error.code)}. ${error.hint}`);
  }
  if (error instanceof SessionExpired) return new z.errors.RefreshAuthError('The login has expired.');
  if (error instanceof SettingsProblem) return new z.errors.Error(error.message, 'settings');
  if (error instanceof TriggerError) return translateTriggerError(error, z);
  // Whatever went wrong, its message may quote a payload or a header.
  return new z.errors.Error(
    'The app failed unexpectedly. Try again, and report the problem if it comes back.',
    'internal-error',
  );
}

function translateTriggerError(error: TriggerError, z: ZObject): Error {
  const text = `${error.message}. ${error.hint}`;
  const { retryAfter, status } = error.facts;
  if (error.code !== 'api-throttled') return new z.errors.Error(text, error.code, status);
  return new z.errors.ThrottledError(
    text,
    retryAfter === undefined ? undefined : Math.ceil(retryAfter / 1_000),
  );
}
