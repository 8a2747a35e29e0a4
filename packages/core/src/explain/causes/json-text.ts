import { isShallow, type JsonValue } from '../../json.ts';

/**
 * JSON as it is written: numbers and texts keep their spelling, objects the order of their keys and repeated ones.
 * Parsing and writing again would lose all of these.
 */
export type JsonText = string | JsonTextList;

interface JsonTextList {
  readonly open: '[' | '{';
  readonly members: readonly Member[];
}

interface Member {
  /** With its quotes; null in a list. */
  readonly key: string | null;
  readonly value: JsonText;
}

const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}:,]|[^\s[\]{}:,"]+/gs;

/** @returns null for what is not JSON, or nested deeper than any body that `accept` takes */
export function readJsonText(text: string): JsonText | null {
  if (!isJson(text)) return null;
  const tokens = (text.match(token) ?? []).filter((part) => part !== ',' && part !== ':');
  let next = 0;
  const read = (): JsonText => {
    const part = tokens[next++] ?? '';
    if (part !== '[' && part !== '{') return part;
    const close = part === '[' ? ']' : '}';
    const members: Member[] = [];
    while (tokens[next] !== close) {
      const key = part === '{' ? (tokens[next++] ?? '') : null;
      members.push({ key, value: read() });
    }
    next++;
    return { open: part, members };
  };
  return read();
}

function isJson(text: string): boolean {
  try {
    return isShallow(JSON.parse(text) as JsonValue);
  } catch {
    // The error would quote the body; all that matters is that it cannot be read.
    return false;
  }
}

/** How a program writes JSON. */
export interface JsonLayout {
  /** Left out where all stands in one line. */
  readonly indent?: string;
  readonly colon: string;
  /** Between the members where all stands in one line. */
  readonly comma: string;
}

export interface JsonStyle extends JsonLayout {
  readonly sorted: boolean;
  /** Spells a text, quotes included. */
  readonly spell: (literal: string) => string;
}

export function writeJsonText(json: JsonText, style: JsonStyle, level = 0): string {
  if (typeof json === 'string') return json.startsWith('"') ? style.spell(json) : json;
  const close = json.open === '[' ? ']' : '}';
  if (json.members.length === 0) return `${json.open}${close}`;
  const { indent } = style;
  const start = indent === undefined ? '' : `\n${indent.repeat(level + 1)}`;
  const end = indent === undefined ? '' : `\n${indent.repeat(level)}`;
  const written = inOrder(json.members, style).map(({ key, value }) => {
    const text = writeJsonText(value, style, level + 1);
    return key === null ? text : `${style.spell(key)}${style.colon}${text}`;
  });
  return `${json.open}${start}${written.join(indent === undefined ? style.comma : `,${start}`)}${end}${close}`;
}

function inOrder(members: readonly Member[], { sorted }: JsonStyle): readonly Member[] {
  if (!sorted) return members;
  const byKey = ({ key: left }: Member, { key: right }: Member) => ((left ?? '') < (right ?? '') ? -1 : 1);
  return members[0]?.key == null ? members : [...members].sort(byKey);
}
