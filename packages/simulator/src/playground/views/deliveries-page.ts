import { html } from 'hono/html';
import type { Board, Entry } from '../board.ts';
import { deliveryCard } from './delivery-card.ts';
import { fireForm, type FireFormParts } from './fire-form.ts';
import type { Html } from './layout.ts';

/**
 * The form, and beside it what came of it.
 *
 * @param schedule when deliveries are tried again, in words
 */
export function deliveriesPage(form: FireFormParts, board: Board, schedule: string): Html {
  const feed = `/playground/${form.platform.id}/feed?since=${board.version}`;
  return html`<div class="columns">
    <section aria-labelledby="fire-title">
      <h2 id="fire-title">Fire an event</h2>
      ${fireForm(form)}
    </section>
    <section aria-labelledby="deliveries-title">
      <h2 id="deliveries-title">Deliveries</h2>
      <p class="lead">${schedule}</p>
      <div hx-ext="sse" sse-connect="${feed}" sse-swap="update" hx-swap="none"></div>
      <div id="deliveries">${cards(board.list())}</div>
      <div class="empty">
        <p><strong>Nothing yet.</strong> Choose an event and fire it.</p>
        <p>
          The simulated platform signs the event and sends it to its webhook. Here you see what was verified,
          the item that the n8n node and the Zapier app make of it, and the REST calls that they make.
        </p>
      </div>
    </section>
  </div>`;
}

/** The first is open. */
export function cards(entries: readonly Entry[]): Html[] {
  return entries.map((entry, index) => deliveryCard(entry, index === 0));
}
