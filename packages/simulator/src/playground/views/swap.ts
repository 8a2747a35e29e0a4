import { html } from 'hono/html';
import type { Html } from './layout.ts';

/** Markup that htmx puts in its place on the page, wherever it is: https://htmx.org/attributes/hx-swap-oob/ */
export function swap(
  way: 'innerHTML' | 'afterbegin' | 'afterend' | 'beforeend' | 'delete',
  id: string,
  content: Html | readonly Html[] | string,
): Html {
  return html`<div hx-swap-oob="${way}:#${id}">${content}</div>`;
}
