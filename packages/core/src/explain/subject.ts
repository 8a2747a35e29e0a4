import type { Delivery } from '../delivery.ts';
import type { Scheme } from '../signature/scheme.ts';
import { verify, type VerifyOptions } from '../signature/verify.ts';
import type { LabelledSecret } from './explanation.ts';

/** A delivery, how its platform proves itself, and what that is checked against. */
export interface Subject<Kind extends Scheme = Scheme> {
  readonly delivery: Delivery;
  readonly scheme: Kind;
  readonly secrets: readonly LabelledSecret[];
  readonly verification: VerifyOptions;
}

/** Whether the proof fits one of the secrets, whatever the time of the delivery. The engine decides, as ever. */
export function isProved({ delivery, scheme, secrets, verification }: Subject): boolean {
  const values = secrets.map(({ value }) => value);
  const options = { ...verification, acceptUnsigned: false, tolerance: 0 };
  const verdict = verify(delivery, scheme, values, options);
  // The engine reads the time after the signature has fitted.
  return verdict.ok || verdict.code === 'timestamp-malformed';
}

/** The secret that the proof fits. */
export function provingSecret(subject: Subject): LabelledSecret | undefined {
  return subject.secrets.find((secret) => isProved({ ...subject, secrets: [secret] }));
}

/** False for a secret that the engine leaves out, since it protects nothing. */
export function isUsable(subject: Subject, { value }: LabelledSecret): boolean {
  const verdict = verify(subject.delivery, subject.scheme, [value], {
    ...subject.verification,
    acceptUnsigned: false,
  });
  return verdict.ok || verdict.code !== 'secret-missing';
}
