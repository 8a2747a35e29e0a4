import { html } from 'hono/html';
import type { ServedRequest } from '../../http/request-log.ts';
import type { Html } from './layout.ts';

/** REST calls below one another, each with a bar where it lies in time. */
export function timeline(calls: readonly ServedRequest[], of: string): Html | string {
  if (calls.length === 0) return '';
  const start = Math.min(...calls.map(startOf));
  const span = Math.max(...calls.map(endOf)) - start;
  const noun = calls.length === 1 ? 'REST call' : 'REST calls';
  return html`<h5>${calls.length} ${noun} in ${span} ms</h5>
    <ol class="timeline" aria-label="REST calls of the ${of}">
      ${calls.map((call) => row(call, start, span))}
    </ol>`;
}

function row(call: ServedRequest, start: number, span: number): Html {
  const { left, width } = placeOf(call, start, span);
  return html`<li>
    <span class="call">${statusOf(call)} ${call.method} <span class="path">${addressOf(call)}</span></span>
    <span class="duration">${call.duration} ms</span>
    <span class="track" aria-hidden="true"><span style="left:${left}%;width:${width}%"></span></span>
  </li>`;
}

/** In hundredths of the whole; the shortest can still be seen. */
function placeOf(call: ServedRequest, start: number, span: number): { left: number; width: number } {
  const share = (milliseconds: number) => (span === 0 ? 100 : (milliseconds / span) * 100);
  const width = Math.min(100, Math.max(2, share(call.duration)));
  const left = span === 0 ? 0 : Math.min(share(startOf(call) - start), 100 - width);
  return { left: rounded(left), width: rounded(width) };
}

function statusOf({ status }: ServedRequest): Html {
  return html`<span class="${status !== null && status < 300 ? 'good' : 'bad'}">${status ?? 'cut'}</span>`;
}

/** Path and query, as the API got them. */
export function addressOf({ path, query }: Pick<ServedRequest, 'path' | 'query'>): string {
  const asked = Object.entries(query).flatMap(([name, values]) => values.map((value) => `${name}=${value}`));
  return asked.length === 0 ? path : `${path}?${asked.join('&')}`;
}

function startOf({ at }: ServedRequest): number {
  return Date.parse(at);
}

function endOf(call: ServedRequest): number {
  return startOf(call) + call.duration;
}

function rounded(number: number): number {
  return Math.round(number * 10) / 10;
}
