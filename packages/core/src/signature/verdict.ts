import type { ErrorCode } from '../errors.ts';
import type { Algorithm } from './scheme.ts';

export type VerificationMethod = 'hmac-sha256' | 'hmac-sha512' | 'basic' | 'token' | 'none';

export const methods = { sha256: 'hmac-sha256', sha512: 'hmac-sha512' } as const satisfies Record<
  Algorithm,
  VerificationMethod
>;

/** How a delivery proved where it comes from. */
export interface Verification {
  readonly method: VerificationMethod;
  /** The header that carried the proof, null when there was none to check. */
  readonly header: string | null;
  /** Which of the given secrets matched: 0 is the current one. Null when none was needed. */
  readonly secret: number | null;
}

export type Verdict =
  | { readonly ok: true; readonly verification: Verification }
  | { readonly ok: false; readonly code: ErrorCode };

export function failed(code: ErrorCode): Verdict {
  return { ok: false, code };
}

export function passed(method: VerificationMethod, header: string | null, secret: number | null): Verdict {
  return { ok: true, verification: { method, header, secret } };
}
