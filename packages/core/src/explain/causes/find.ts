import type { ErrorCode } from '../../errors.ts';
import { type ExplanationLine, note, problem } from '../explanation.ts';
import { isProved, type Subject } from '../subject.ts';
import { largestBody } from './bodies.ts';
import { hypothesesAbout } from './families.ts';
import { isTimely, otherFormats } from './formats.ts';
import type { Hypothesis } from './hypothesis.ts';
import { tidiedSecrets } from './keys.ts';

/** Why the proof fails: the delivery as it would be without that is proved. */
export interface Cause {
  readonly lines: readonly ExplanationLine[];
  readonly hint: string;
}

/**
 * Looks for the one thing that, when it is undone, makes the proof fit.
 *
 * @returns null where nothing does, or where nothing is wrong with the proof
 */
export function findCause(subject: Subject): Cause | null {
  if (isProved(subject)) return findTimeCause(subject);
  for (const gone of hypotheses(subject)) {
    const last = gone.at(-1);
    if (last !== undefined && isProved(last.altered)) return toCause(gone);
  }
  return null;
}

/** Only an HMAC may hold a time. */
function findTimeCause(subject: Subject): Cause | null {
  const { scheme } = subject;
  if (scheme.kind !== 'hmac' || isTimely(subject)) return null;
  for (const hypothesis of otherFormats({ ...subject, scheme })) {
    if (isTimely(hypothesis.altered)) return toCause([hypothesis]);
  }
  return null;
}

/** What a search without result has shown. */
export function describeSearch({ delivery }: Subject, code: ErrorCode | null): ExplanationLine[] {
  if (code !== 'signature-mismatch') return [];
  const tried =
    delivery.body.length > largestBody
      ? 'Other headers and encodings were tried and do not fit either, and the body is too large to try others.'
      : 'Other headers, encodings, and ways to write the body and the secret were tried and do not fit either.';
  return [note('secret', `${tried} So the secret is another one, or the body says something else.`)];
}

/** One thing gone wrong, a badly pasted secret first, and then that on top of another. */
function* hypotheses(subject: Subject): Iterable<readonly Hypothesis[]> {
  const tidied = [...tidiedSecrets(subject)];
  for (const hypothesis of tidied) yield [hypothesis];
  for (const hypothesis of hypothesesAbout(subject)) yield [hypothesis];
  for (const first of tidied) {
    for (const second of hypothesesAbout(first.altered)) yield [first, second];
  }
}

function toCause(gone: readonly Hypothesis[]): Cause {
  return {
    lines: gone.map(({ topic, text }) => problem(topic, text)),
    hint: gone.map(({ hint }) => hint).join(' '),
  };
}
