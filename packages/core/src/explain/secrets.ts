import type { ErrorCode } from '../errors.ts';
import { type ExplanationLine, type LabelledSecret, note, ok, problem } from './explanation.ts';
import { isUsable, provingSecret, type Subject } from './subject.ts';
import { list } from './words.ts';

/** The delivery has nothing to compare secrets with. */
const proofless: ReadonlySet<ErrorCode | null> = new Set<ErrorCode>([
  'signature-missing',
  'timestamp-missing',
  'credentials-missing',
]);

/**
 * Which secret fits.
 *
 * @param code of the rejection, if any
 */
export function describeSecrets(subject: Subject, code: ErrorCode | null): ExplanationLine[] {
  const { secrets } = subject;
  if (secrets.length === 0) return [problem('secret', 'There is no secret to check with.')];
  const usable = secrets.filter((secret) => isUsable(subject, secret));
  const line = usable.length === 0 ? problem : note;
  const hollow = secrets
    .filter((secret) => !usable.includes(secret))
    .map((secret) => line('secret', `${called(secret)} does not count: ${whyHollow(secret)}.`));
  if (proofless.has(code) || usable.length === 0) return hollow;
  const proving = provingSecret(subject);
  return [...hollow, proving === undefined ? problem('secret', noneText(usable)) : fitting(proving, usable)];
}

function fitting(proving: LabelledSecret, usable: readonly LabelledSecret[]): ExplanationLine {
  const before = usable.slice(0, usable.indexOf(proving));
  const others = before.length === 0 ? '' : ` ${noneText(before)}`;
  return ok('secret', `${called(proving)} fits.${others}`);
}

function noneText(secrets: readonly LabelledSecret[]): string {
  const [only, ...others] = secrets;
  return only !== undefined && others.length === 0
    ? `${called(only)} does not fit.`
    : `No secret fits: ${list(secrets.map(({ label }) => `"${label}"`))}.`;
}

function called({ label }: LabelledSecret): string {
  return `The secret "${label}"`;
}

function whyHollow({ value }: LabelledSecret): string {
  if (value === '') return 'it is empty';
  return value.includes(':') ? 'it has no password' : 'no key can be read from it';
}
