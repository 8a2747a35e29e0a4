import { html } from 'hono/html';
import type { DeliveryRecord } from '../../delivery/record.ts';
import type { Html } from './layout.ts';
import { lengthText } from './schedule.ts';

/** How far the pause before the next attempt has gone. Nothing where there is no such pause. */
export function nextAttempt({ attempts, nextAttemptAt }: DeliveryRecord, now = Date.now()): Html | string {
  const last = attempts.at(-1);
  if (nextAttemptAt === null || last === undefined) return '';
  const due = Date.parse(nextAttemptAt);
  const pauseStarted = Date.parse(last.startedAt) + last.duration;
  const left = Math.max(0, due - now);
  // The bar is as far as the pause, whenever the page is opened.
  const animation = `animation-duration:${due - pauseStarted}ms;animation-delay:${pauseStarted - now}ms`;
  return html`<p class="next">
    <span class="bar" aria-hidden="true"><span style="${animation}"></span></span>
    <span>next try in <span data-due="${nextAttemptAt}">${lengthText(left)}</span></span>
  </p>`;
}
