import { headerOf } from '../../delivery.ts';
import type { HmacScheme } from '../../signature/scheme.ts';
import { shownName } from '../header-name.ts';
import type { Subject } from '../subject.ts';
import type { Family, Hypothesis } from './hypothesis.ts';

const passOn = 'Have whatever renames headers pass them on under their own names.';

/** What programs on the way do to the names of headers, undone. */
const renamings: ReadonlyArray<{
  readonly text: string;
  readonly hint: string;
  readonly undo: (name: string) => string;
}> = [
  {
    text: 'The proof fits without the "http-" before the names of headers, which Zapier puts there.',
    hint: 'Take "http-" off the names, as the Zapier apps do.',
    undo: (name) => name.replace(/^http-/, ''),
  },
  {
    text: 'The proof fits with hyphens in the names of headers: something wrote them with underscores.',
    hint: passOn,
    undo: (name) => name.replace(/^http_/, '').replaceAll('_', '-'),
  },
  {
    text: 'The proof fits without the "x-forwarded-" or "x-original-" before the names of headers.',
    hint: passOn,
    undo: (name) => name.replace(/^x-(?:forwarded|original)-/, ''),
  },
];

export const renamedHeaders: Family = function* (subject) {
  const { delivery } = subject;
  for (const { text, hint, undo } of renamings) {
    const renamed = Object.entries(delivery.headers).map(([name, value]) => [undo(name), value] as const);
    const headers = { ...Object.fromEntries(renamed), ...delivery.headers };
    yield { altered: { ...subject, delivery: { ...delivery, headers } }, topic: 'signature', text, hint };
  }
};

/** The signature stands in a header of another name than the scheme's or the pinned one. */
export const otherSignatureHeader: Family = function* (subject) {
  const { scheme, delivery, verification } = subject;
  const wanted = verification.header ?? (scheme.kind === 'hmac' ? scheme.signature.header : undefined);
  if (wanted === undefined) return;
  for (const name of Object.keys(delivery.headers)) {
    if (name === wanted) continue;
    yield {
      altered: { ...subject, verification: { ...verification, header: name } },
      topic: 'signature',
      text: `The header ${shownName(name)} carries the signature that fits.`,
      hint:
        verification.header === undefined
          ? `${passOn} Or set ${shownName(name)} as the signature header of the trigger.`
          : `Pin the header ${shownName(name)} in place of ${shownName(wanted)}, or none.`,
    };
  }
};

export const otherTimestampHeader: Family<HmacScheme> = function* (subject) {
  const { scheme, delivery } = subject;
  const at = scheme.timestamp?.at;
  if (at === undefined || !('header' in at)) return;
  for (const name of Object.keys(delivery.headers)) {
    yield* movedTimestamp(subject, name, at.header);
  }
};

function* movedTimestamp(subject: Subject, from: string, to: string): Iterable<Hypothesis> {
  const { delivery } = subject;
  const value = headerOf(delivery, from);
  if (from === to || value === undefined || value.length > 40) return;
  const headers = { ...delivery.headers, [to]: value };
  yield {
    altered: { ...subject, delivery: { ...delivery, headers } },
    topic: 'timestamp',
    text: `The signature fits with the timestamp of the header ${shownName(from)}.`,
    hint: `Have it passed on as ${shownName(to)}, as it was sent.`,
  };
}
