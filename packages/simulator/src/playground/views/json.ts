import { html, raw } from 'hono/html';
import type { JsonValue } from '@carehooks/core';
import type { Path } from '../hosts/compare.ts';
import type { Html } from './layout.ts';

/**
 * JSON laid out as `JSON.stringify` does, with colours. Every part of it is escaped, so that no value can be markup.
 *
 * @param marks what to highlight, with all that is in it
 */
export function jsonView(value: JsonValue, marks: readonly Path[] = []): Html {
  return marked(marks, html`${view(value, marks, '')}`);
}

function view(value: JsonValue, marks: readonly Path[], indent: string): Html {
  if (typeof value === 'string') return html`<span class="text">${JSON.stringify(value)}</span>`;
  if (typeof value !== 'object' || value === null) return html`<span class="literal">${String(value)}</span>`;
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return html`${open}${close}`;
  const inner = `${indent}  `;
  const lines = entries.map(([key, child], index) => {
    const within = marks.filter((path) => path[0] === key).map((path) => path.slice(1));
    const name = isList ? '' : html`<span class="key">${JSON.stringify(key)}</span>: `;
    const line = marked(within, html`${name}${view(child, within, inner)}`);
    return html`${inner}${line}${index < entries.length - 1 ? ',' : ''}${raw('\n')}`;
  });
  return html`${open}${raw('\n')}${lines}${indent}${close}`;
}

/** A path that has come to its end names this very value. */
function marked(marks: readonly Path[], content: Html): Html {
  return marks.some((path) => path.length === 0) ? html`<mark>${content}</mark>` : content;
}
