import type { JsonValue } from '@carehooks/core';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const token = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d[\d.eE+-]*/g;

/** JSON as HTML with colours: escaped first, so that no value can be markup. */
export function highlight(value: JsonValue): string {
  let html = '';
  let end = 0;
  const text = JSON.stringify(value, null, 2);
  for (const match of text.matchAll(token)) {
    const [all, quoted, colon] = match;
    html += escape(text.slice(end, match.index));
    html += `<span class="${kindOf(quoted, colon)}">${escape(quoted ?? all)}</span>${colon ?? ''}`;
    end = match.index + all.length;
  }
  return html + escape(text.slice(end));
}

function kindOf(quoted: string | undefined, colon: string | undefined): string {
  if (quoted === undefined) return 'literal';
  return colon === undefined ? 'text' : 'key';
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}
