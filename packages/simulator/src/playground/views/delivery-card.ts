import { html } from 'hono/html';
import { faults } from '../../delivery/fault.ts';
import type { DeliveryRecord } from '../../delivery/record.ts';
import type { Entry } from '../board.ts';
import type { Run } from '../run.ts';
import { attemptView, partId } from './attempt.ts';
import { type Badge, badge, outcomeBadge, stateBadges } from './badge.ts';
import type { Html } from './layout.ts';
import { nextAttempt } from './next-attempt.ts';

/** One delivery: what was sent, what it was answered, and what both hosts made of it. */
export function deliveryCard(entry: Entry, isOpen: boolean): Html {
  const { delivery, runs } = entry;
  const { id, attempts } = delivery;
  return html`<article id="${id}" class="delivery" aria-label="Delivery of ${eventsText(delivery)}">
    <details ${isOpen ? 'open' : ''}>
      <summary><h3 id="${partId(id, 'head')}">${cardHead(entry)}</h3></summary>
      <ol id="${partId(id, 'attempts')}" class="attempts">
        ${attempts.map((attempt, index) => {
          const number = index + 1;
          const isLast = number === attempts.length;
          return attemptView({ delivery: id, number, attempt, run: runs.get(number), isOpen: isLast });
        })}
      </ol>
      <div id="${partId(id, 'next')}">${nextAttempt(delivery)}</div>
    </details>
  </article>`;
}

export function cardHead({ delivery, runs }: Entry): Html {
  const { copyOf, queuedAt, state } = delivery;
  const outcomes = [...runs.values()].at(-1);
  return html`<span class="events">${eventsText(delivery)}</span>
    ${delivery.faults.map((fault) => badge({ label: faults[fault].label.toLowerCase(), tone: 'calm' }))}
    ${copyOf === null ? '' : badge({ label: 'repeat', tone: 'calm' })}
    <span class="end">
      ${outcomes === undefined ? '' : outcomeBadges(outcomes).map(badge)} ${badge(stateBadges[state])}
      <time datetime="${queuedAt}">${new Date(queuedAt).toLocaleTimeString('en-GB')}</time>
    </span>`;
}

/** One for both hosts, where they agree. */
export function outcomeBadges({ n8n, zapier }: Run): Badge[] {
  const both = [outcomeBadge(n8n.outcome), outcomeBadge(zapier.outcome)];
  return both.filter(({ label }, index) => both.findIndex((one) => one.label === label) === index);
}

/** A batch names each of its events once, with how often. */
export function eventsText({ events }: DeliveryRecord): string {
  const distinct = [...new Set(events)];
  return distinct
    .map((event) => {
      const count = events.filter((one) => one === event).length;
      return count === 1 ? event : `${count} × ${event}`;
    })
    .join(', ');
}
