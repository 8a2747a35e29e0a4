import { html } from 'hono/html';
import type { Platform } from '@carehooks/core';

export type Html = ReturnType<typeof html>;

/** The pages that each platform has. */
export const views = {
  deliveries: { label: 'Deliveries', path: '' },
  records: { label: 'Records', path: '/records' },
} as const;

export interface LayoutParts {
  readonly platform: Platform;
  readonly platforms: readonly Platform[];
  readonly view: keyof typeof views;
  readonly content: Html;
}

/** What htmx does with answers: a refusal's message is put in its place like any other. */
const htmxConfig = JSON.stringify({
  responseHandling: [
    { code: '204', swap: false },
    { code: '2..|422', swap: true },
    { code: '...', swap: false, error: true },
  ],
});

/** The whole page. It asks this server only, and needs no build. */
export function layout({ platform, platforms, view, content }: LayoutParts): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="htmx-config" content="${htmxConfig}" />
        <title>${views[view].label} of ${platform.name}: Carehooks playground</title>
        <link rel="icon" href="/playground/assets/icon.svg" />
        <link rel="stylesheet" href="/playground/assets/style.css" />
        <script src="/playground/assets/htmx.js" defer></script>
        <script src="/playground/assets/sse.js" defer></script>
        <script src="/playground/assets/page.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <header class="top">
          <a class="brand" href="/">
            <img src="/playground/assets/icon.svg" alt="" width="28" height="28" />
            <span>Carehooks <span class="quiet">playground</span></span>
          </a>
          <nav aria-label="Platforms">
            ${platforms.map(({ id, name }) => tab(`/playground/${id}`, name, id === platform.id))}
          </nav>
        </header>
        <p id="connection" class="banner" role="alert" hidden>
          The connection to the playground is lost. Trying to reconnect …
        </p>
        <main id="main" tabindex="-1">${title(platform, view)} ${content}</main>
        <p id="status" class="unseen" role="status"></p>
      </body>
    </html>`;
}

function title({ id, name }: Platform, view: LayoutParts['view']): Html {
  return html`<div class="title">
    <h1>${name}</h1>
    <nav aria-label="Views">
      ${Object.entries(views).map(([key, { label, path }]) =>
        tab(`/playground/${id}${path}`, label, key === view),
      )}
    </nav>
    <span id="title-note" class="quiet" role="status"></span>
    <button
      class="secondary"
      hx-post="/playground/${id}/reset"
      hx-swap="none"
      title="Clears the board, and puts records, webhooks and settings back to their start"
    >
      Reset
    </button>
  </div>`;
}

function tab(path: string, label: string, isOpen: boolean): Html {
  return isOpen
    ? html`<a href="${path}" aria-current="page">${label}</a>`
    : html`<a href="${path}">${label}</a>`;
}
