import { html } from 'hono/html';
import type { Platform } from '@carehooks/core';
import type { Entry } from './board.ts';
import { card } from './card.ts';
import { fireForm } from './form.ts';

/** The whole page. It asks this server only, and needs no build. */
export function page(
  platform: Platform,
  platforms: readonly Platform[],
  body: string,
  entries: readonly Entry[],
) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${platform.name}: Carehooks playground</title>
        <link rel="icon" href="/playground/assets/icon.svg" />
        <link rel="stylesheet" href="/playground/assets/style.css" />
        <script src="/playground/assets/htmx.js" defer></script>
        <script src="/playground/assets/sse.js" defer></script>
      </head>
      <body>
        <header class="top">
          <h1><img src="/playground/assets/icon.svg" alt="" width="28" height="28" /> Carehooks</h1>
          <nav aria-label="Platforms">${platforms.map((other) => tab(other, other.id === platform.id))}</nav>
          <p>
            A simulated platform signs and sends a webhook. Below it stands the item that the built n8n node
            and the built Zapier app make of it.
          </p>
        </header>
        <main>
          <aside>
            <h2>${platform.name}</h2>
            ${fireForm(platform, body)}
          </aside>
          <section aria-labelledby="deliveries-title">
            <h2 id="deliveries-title">Deliveries</h2>
            <div
              hx-ext="sse"
              sse-connect="/playground/${platform.id}/feed"
              sse-swap="update"
              hx-swap="none"
            ></div>
            <div id="deliveries" aria-live="polite">${entries.map(card)}</div>
            <p class="empty">Nothing yet. Choose an event and fire it.</p>
          </section>
        </main>
      </body>
    </html>`;
}

function tab({ id, name }: Platform, isOpen: boolean) {
  return isOpen
    ? html`<a href="/playground/${id}" aria-current="page">${name}</a>`
    : html`<a href="/playground/${id}">${name}</a>`;
}
