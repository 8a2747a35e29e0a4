import { headerOf } from '../delivery.ts';
import { digestLength } from '../signature/digest.ts';
import { looksSigned } from '../signature/encoding.ts';
import { readSignatures, readTimestamp } from '../signature/fields.ts';
import type { HmacScheme, SignatureField } from '../signature/scheme.ts';
import { type ExplanationLine, note, ok, problem } from './explanation.ts';
import { alikeNames, shownName } from './header-name.ts';
import { nameOf, shapeOf, shapeOfDigest } from './shape.ts';
import { signatureField } from './signature-field.ts';
import type { Subject } from './subject.ts';
import { describeTimestamp } from './timestamp.ts';
import { count, list } from './words.ts';

/** The header of the signature, what is signed, and the signed time. */
export function describeHmac(subject: Subject<HmacScheme>): ExplanationLine[] {
  return [describeSignature(subject), ...describeContent(subject), ...describeTimestamp(subject)];
}

/** The signatures that the engine can read. */
export function countSignatures(subject: Subject<HmacScheme>): number {
  const { scheme, delivery } = subject;
  const field = signatureField(subject);
  const length = digestLength[scheme.algorithm];
  return readSignatures(headerOf(delivery, field.header) ?? '', field).filter((text) =>
    looksSigned(text, scheme.encoding, length),
  ).length;
}

function describeSignature(subject: Subject<HmacScheme>): ExplanationLine {
  const { scheme, delivery } = subject;
  const field = signatureField(subject);
  const name = shownName(field.header);
  const value = headerOf(delivery, field.header);
  if (value === undefined) return missing(subject, field.header);
  if (value === '') return problem('signature', `The header ${name} is empty.`);

  const start = startOf(field);
  const expected = shapeOfDigest(scheme.algorithm, scheme.encoding);
  const behind = start === '' ? '' : ` behind "${start}"`;
  const readable = countSignatures(subject);
  if (readable > 0) {
    const what = readable === 1 ? 'a signature' : count(readable, 'signature');
    return ok('signature', `The header ${name} carries ${what}: ${expected}${behind}.`);
  }
  const [first] = readSignatures(value, field);
  const found =
    first === undefined ? (start === '' ? 'nothing' : `nothing behind "${start}"`) : shapeOf(first);
  const wanted = first === undefined ? expected : `${expected}${behind}`;
  return problem('signature', `The header ${name} holds ${found}, where ${wanted} belong.`);
}

function missing({ delivery }: Subject, header: string): ExplanationLine {
  const alike = alikeNames(delivery, header);
  const others = alike.length === 0 ? 'No other header has a similar name' : `Similar: ${list(alike)}`;
  return problem('signature', `The header ${shownName(header)} is missing. ${others}.`);
}

/** What stands before each signature: `v1=`, `sha256=`, or nothing. */
function startOf({ pairs, prefix = '' }: SignatureField): string {
  return pairs === undefined ? prefix : `${pairs.name}${pairs.assign}${prefix}`;
}

/** The signed content as a template, with the size of each part. */
function describeContent(subject: Subject<HmacScheme>): ExplanationLine[] {
  const { scheme, delivery } = subject;
  const id = scheme.idHeader && headerOf(delivery, scheme.idHeader);
  const timestamp = scheme.timestamp && readTimestamp(delivery, signatureField(subject), scheme.timestamp);
  const sizes: Readonly<Record<string, number | null>> = {
    '{body}': delivery.body.length,
    '{timestamp}': sizeOf(timestamp),
    '{id}': sizeOf(id),
  };
  const parts = scheme.content.split(/(\{\w+\})/).filter((part) => part !== '');
  const lengths = parts.map((part) => (part in sizes ? (sizes[part] ?? null) : part.length));
  const text = `Signed with ${nameOf(scheme.algorithm)}: ${scheme.content}${sumOf(lengths)}.`;
  return scheme.content.includes('{id}') && !id
    ? [
        note('content', text),
        problem('content', `The header ${scheme.idHeader}, whose value is signed, is missing.`),
      ]
    : [note('content', text)];
}

function sizeOf(text: string | null | undefined): number | null {
  return text == null ? null : Buffer.byteLength(text);
}

/** `, 10 + 1 + 739 = 750 bytes`, or nothing where a part is missing. */
function sumOf(lengths: ReadonlyArray<number | null>): string {
  const known = lengths.filter((length) => length !== null);
  if (known.length < lengths.length) return '';
  const total = count(
    known.reduce((sum, length) => sum + length, 0),
    'byte',
  );
  return known.length === 1 ? `, ${total}` : `, ${known.join(' + ')} = ${total}`;
}
