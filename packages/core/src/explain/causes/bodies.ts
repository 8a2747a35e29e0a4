import { type JsonLayout, type JsonText, readJsonText, writeJsonText } from './json-text.ts';
import type { Family } from './hypothesis.ts';

/** Larger ones are left alone: every form of a body costs a digest. */
export const largestBody = 64 * 1_024;

/** The body is not the bytes that were signed: its line ends, its JSON or its start were re-written. */
export const otherBodies: Family = function* (subject) {
  const { delivery } = subject;
  if (delivery.body.length > largestBody) return;
  const tried = new Set<string>([Buffer.from(delivery.body).toString('latin1')]);
  for (const { text, body } of bodyForms(delivery.body)) {
    const bytes = body.toString('latin1');
    if (tried.has(bytes)) continue;
    tried.add(bytes);
    yield {
      altered: { ...subject, delivery: { ...delivery, body } },
      topic: 'body',
      text: `The signature fits the body ${text}.`,
      hint: 'Have the proxy, tool or editor pass the body on byte for byte, and check the raw body.',
    };
  }
};

interface BodyForm {
  /** Follows `the body`. */
  readonly text: string;
  readonly body: Buffer;
}

function* bodyForms(body: Uint8Array): Iterable<BodyForm> {
  yield* rawForms(body);
  const json = readJsonText(new TextDecoder().decode(body));
  if (json !== null) yield* jsonForms(json);
}

type Change = readonly [text: string, apply: (text: string) => string];

const same: Change = ['', (text) => text];

/** Over Latin-1, in which every byte is one character. */
const marks: readonly Change[] = [
  same,
  ['without the byte order mark', (text) => text.replace(/^\xef\xbb\xbf/, '')],
  ['with a byte order mark', (text) => (text.startsWith('\xef\xbb\xbf') ? text : `\xef\xbb\xbf${text}`)],
];

const lineEnds: readonly Change[] = [
  same,
  ['with LF as line ends', (text) => text.replaceAll('\r\n', '\n')],
  ['with CRLF as line ends', (text) => text.replace(/\r?\n/g, '\r\n')],
];

const ends: readonly Change[] = [
  same,
  ['without the line break at its end', (text) => text.replace(/[\r\n]+$/, '')],
  ['with a line break (LF) at its end', (text) => `${text.replace(/[\r\n]+$/, '')}\n`],
  ['with a line break (CRLF) at its end', (text) => `${text.replace(/[\r\n]+$/, '')}\r\n`],
];

function* rawForms(body: Uint8Array): Iterable<BodyForm> {
  const text = Buffer.from(body).toString('latin1');
  for (const mark of marks) {
    for (const lineEnd of lineEnds) {
      for (const end of ends) {
        const changes = [mark, lineEnd, end];
        const changed = changes.reduce((made, [, apply]) => apply(made), text);
        yield { text: join(changes), body: Buffer.from(changed, 'latin1') };
      }
    }
  }
}

const layouts: ReadonlyArray<readonly [text: string, layout: JsonLayout]> = [
  ['as compact JSON', { colon: ':', comma: ',' }],
  ['as JSON with a space after each colon and comma', { colon: ': ', comma: ', ' }],
  ['as JSON indented by two spaces', { indent: '  ', colon: ': ', comma: ',' }],
  ['as JSON indented by four spaces', { indent: '    ', colon: ': ', comma: ',' }],
  ['as JSON indented by tabs', { indent: '\t', colon: ': ', comma: ',' }],
];

const orders = [
  ['', false],
  ['with sorted keys', true],
] as const;

const spellings: readonly Change[] = [
  same,
  ['with letters beyond ASCII as such', plainly],
  ['with letters beyond ASCII as \\u escapes', (text) => escaped(plainly(text))],
  ['with "/" and letters beyond ASCII escaped', (text) => escaped(plainly(text)).replaceAll('/', '\\/')],
];

function* jsonForms(json: JsonText): Iterable<BodyForm> {
  for (const [layoutText, layout] of layouts) {
    for (const [orderText, sorted] of orders) {
      for (const [spellingText, spell] of spellings) {
        const text = writeJsonText(json, { ...layout, sorted, spell });
        for (const lineEnd of layout.indent === undefined ? [same] : lineEnds) {
          for (const end of ends) {
            const changes = [lineEnd, end];
            const changed = changes.reduce((made, [, apply]) => apply(made), text);
            const what = [layoutText, orderText, spellingText, join(changes)].filter((part) => part !== '');
            yield { text: what.join(' '), body: Buffer.from(changed) };
          }
        }
      }
    }
  }
}

function join(changes: readonly Change[]): string {
  return changes
    .map(([text]) => text)
    .filter((text) => text !== '')
    .join(' and ');
}

function plainly(literal: string): string {
  return JSON.stringify(JSON.parse(literal));
}

function escaped(literal: string): string {
  return literal.replace(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
