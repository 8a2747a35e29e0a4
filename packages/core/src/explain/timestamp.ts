import { headerOf } from '../delivery.ts';
import { readTimestamp } from '../signature/fields.ts';
import type { HmacScheme, TimestampField, TimestampFormat } from '../signature/scheme.ts';
import { checkWindow, parseTimestamp } from '../signature/timestamp.ts';
import { type ExplanationLine, note, ok, problem } from './explanation.ts';
import { alikeNames, shownName } from './header-name.ts';
import { signatureField } from './signature-field.ts';
import type { Subject } from './subject.ts';
import { duration, list } from './words.ts';

export const formatNames: Readonly<Record<TimestampFormat, string>> = {
  'unix-seconds': 'seconds since 1970',
  'unix-milliseconds': 'milliseconds since 1970',
  'iso-8601': 'ISO 8601',
  'iso-8601-ticks': 'ISO 8601',
};

/** The age of a delivery against the replay window. */
export function describeTimestamp(subject: Subject<HmacScheme>): ExplanationLine[] {
  const { delivery, scheme, verification } = subject;
  const field = scheme.timestamp;
  if (field === undefined) return [note('timestamp', 'No time is signed, so there is no replay window.')];

  const text = readTimestamp(delivery, signatureField(subject), field);
  if (text === null) return missing(subject, field);
  const time = parseTimestamp(text, field.format);
  const place = placeOf(subject, field);
  if (time === null) {
    return [
      problem('timestamp', `The timestamp in ${place} is not written as ${formatNames[field.format]}.`),
    ];
  }
  return [describeAge(time, delivery.receivedAt, verification.tolerance ?? field.tolerance)];
}

function describeAge(time: number, receivedAt: number, tolerance: number): ExplanationLine {
  const age = receivedAt - time;
  const sent = sentText(age);
  if (tolerance === 0) return note('timestamp', `${sent}. The replay window is switched off.`);
  const line = checkWindow(time, receivedAt, tolerance) === null ? ok : problem;
  const link = line === ok ? ', within' : ', outside';
  return line('timestamp', `${sent}${link} the replay window of ${duration(tolerance * 1_000)} either way.`);
}

function sentText(age: number): string {
  if (age === 0) return 'Sent at the time of receipt';
  return `Sent ${duration(Math.abs(age))} ${age < 0 ? 'after' : 'before'} it was received`;
}

function missing(subject: Subject<HmacScheme>, field: TimestampField): ExplanationLine[] {
  const { delivery } = subject;
  const isGone = headerOf(delivery, signatureField(subject).header) === undefined;
  // That the header is missing which holds both has been told.
  if ('pair' in field.at && isGone) return [];
  const alike = 'header' in field.at ? alikeNames(delivery, field.at.header) : [];
  const others = alike.length === 0 ? '' : ` Similar: ${list(alike)}.`;
  const place = placeOf(subject, field);
  return [problem('timestamp', `There is no timestamp in ${place}.${others}`)];
}

function placeOf(subject: Subject<HmacScheme>, { at }: TimestampField): string {
  if ('header' in at) return `the header ${shownName(at.header)}`;
  const { header, pairs } = signatureField(subject);
  return `"${at.pair}${pairs?.assign ?? '='}" of the header ${shownName(header)}`;
}
