import { headerOf } from '../delivery.ts';
import { readCandidates } from '../signature/discover.ts';
import type { DiscoveryScheme } from '../signature/scheme.ts';
import { verify } from '../signature/verify.ts';
import { type ExplanationLine, note, ok, problem } from './explanation.ts';
import { alikeNames, shownName } from './header-name.ts';
import { nameOf, shapeOf } from './shape.ts';
import type { Subject } from './subject.ts';
import { count, list } from './words.ts';

/** What a look through the headers has found. */
export function describeDiscovery(subject: Subject<DiscoveryScheme>): ExplanationLine[] {
  const { delivery, scheme } = subject;
  const algorithms = list(scheme.algorithms.map(nameOf), 'or');
  return [
    ...describeSearch(subject),
    note('content', `Signed with ${algorithms}: {body}, ${count(delivery.body.length, 'byte')}.`),
    note('timestamp', 'No time is signed, so there is no replay window.'),
  ];
}

function describeSearch(subject: Subject<DiscoveryScheme>): ExplanationLine[] {
  const { delivery, verification } = subject;
  const found = headerFound(subject);
  if (found !== null) return [ok('signature', foundText(found, verification.header))];

  const { header } = verification;
  if (header !== undefined && headerOf(delivery, header) === undefined) {
    return [problem('signature', `The pinned header ${shownName(header)} is missing.`)];
  }
  const names = header === undefined ? Object.keys(delivery.headers) : [header];
  const candidates = names.filter((name) => holdsDigest(subject, name));
  if (candidates.length > 0) {
    const shown = candidates.slice(0, 5).map(shownName);
    const headers = shown.length === 1 ? 'The header' : 'Each of the headers';
    return [
      problem('signature', `${headers} ${list(shown)} holds what looks like a signature and does not fit.`),
    ];
  }
  return [
    problem('signature', `Nothing in ${count(names.length, 'header')} has the form of a signature.`),
    ...alikeNames(delivery, 'signature').map((name) =>
      note('signature', `The header ${name} holds ${shapeOf(headerOf(delivery, name) ?? '')}.`),
    ),
  ];
}

function foundText(found: string, pinned: string | undefined): string {
  const name = shownName(found);
  return pinned === undefined
    ? `A look through all headers found the signature in ${name}. You can pin this header.`
    : `The pinned header ${name} carries the signature.`;
}

function headerFound({ delivery, scheme, secrets, verification }: Subject): string | null {
  const values = secrets.map(({ value }) => value);
  const verdict = verify(delivery, scheme, values, verification);
  return verdict.ok ? verdict.verification.header : null;
}

function holdsDigest({ delivery, scheme }: Subject<DiscoveryScheme>, name: string): boolean {
  const value = headerOf(delivery, name) ?? '';
  return scheme.algorithms.some((algorithm) => readCandidates(name, value, algorithm).length > 0);
}
