import type { HmacScheme, SignatureField } from '../signature/scheme.ts';
import type { Subject } from './subject.ts';

/** The scheme's place of the signature, or the header that the user pinned. */
export function signatureField({ scheme, verification }: Subject<HmacScheme>): SignatureField {
  return { ...scheme.signature, header: verification.header ?? scheme.signature.header };
}
