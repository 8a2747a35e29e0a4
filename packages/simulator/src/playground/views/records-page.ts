import { html } from 'hono/html';
import type { ServedRequest } from '../../http/request-log.ts';
import type { SimulatedPlatform } from '../../platforms/platform.ts';
import type { ShownCollection, ShownRecord, ShownWebhook } from '../../platforms/shown-records.ts';
import { badge } from './badge.ts';
import { jsonView } from './json.ts';
import type { Html } from './layout.ts';
import { addressOf } from './timeline.ts';

/**
 * What the platform holds: its webhooks, its records, and what its API was asked lately.
 *
 * @param version that the page shows, so that the feed knows what it misses
 */
export function recordsPage(simulated: SimulatedPlatform, version: string): Html {
  return html`<div
      hx-ext="sse"
      sse-connect="/playground/${simulated.id}/records/feed?since=${version}"
      sse-swap="update"
      hx-swap="none"
    ></div>
    <div id="records" class="records">${recordSections(simulated)}</div>`;
}

export function recordSections(simulated: SimulatedPlatform): Html {
  const { collections } = simulated.records();
  const scopes = [...new Set(collections.map(({ scope }) => scope))];
  return html`<div class="column">
      <section aria-labelledby="webhooks-title">
        <h2 id="webhooks-title">Webhooks</h2>
        <div id="webhooks">${webhookTable(simulated)}</div>
      </section>
      ${scopes.map((scope) => scopeSection(scope, collections))}
    </div>
    <section aria-labelledby="requests-title">
      <h2 id="requests-title">Requests to the API</h2>
      <div id="requests">${requestTable(simulated)}</div>
    </section>`;
}

export function webhookTable(simulated: SimulatedPlatform): Html {
  const { webhooks } = simulated.records();
  if (webhooks.length === 0) return html`<p class="empty">There are none.</p>`;
  return html`<ul class="cards">
    ${webhooks.map(webhookCard)}
  </ul>`;
}

function webhookCard({ id, url, events, enabled, scope }: ShownWebhook): Html {
  return html`<li>
    <p class="line">
      <strong class="wrap">${url}</strong>
      ${badge(enabled ? { label: 'enabled', tone: 'good' } : { label: 'disabled', tone: 'bad' })}
    </p>
    <p class="quiet wrap">ID ${id}${scope === null ? '' : `, ${scope}`}</p>
    <p class="tags">
      ${events.length === 0 ? 'No events' : events.map((event) => html`<code>${event}</code> `)}
    </p>
  </li>`;
}

function scopeSection(scope: string | null, collections: readonly ShownCollection[]): Html {
  const own = collections.filter((collection) => collection.scope === scope);
  return html`<section aria-label="Records${scope === null ? '' : `, ${scope}`}">
    <h2>Records ${scope === null ? '' : html`<span class="quiet">${scope}</span>`}</h2>
    <div class="collections">
      ${own.map(
        (collection) =>
          html`<div id="${collectionId(collection)}" class="collection">${collectionView(collection)}</div>`,
      )}
    </div>
  </section>`;
}

export function collectionId({ name, scope }: ShownCollection): string {
  return `collection-${name}${scope === null ? '' : `-${scope.toLowerCase().replace(/\W+/g, '-')}`}`;
}

export function collectionView({ label, records }: ShownCollection): Html {
  return html`<details>
    <summary>${label} <span class="quiet">${records.length}</span></summary>
    ${
      records.length === 0
        ? html`<p class="empty">There are none.</p>`
        : html`<ul>
            ${records.map(recordView)}
          </ul>`
    }
  </details>`;
}

function recordView({ id, summary, record }: ShownRecord): Html {
  return html`<li>
    <details>
      <summary><span class="wrap">${summary}</span> <code class="wrap">${id}</code></summary>
      <pre tabindex="0" role="group" aria-label="Record ${id}">
${jsonView(JSON.parse(JSON.stringify(record)))}</pre>
    </details>
  </li>`;
}

const shownRequests = 50;

/** The latest first. */
export function requestTable({ requests }: SimulatedPlatform): Html {
  const latest = requests.list().slice(-shownRequests).reverse();
  if (latest.length === 0) {
    return html`<p class="empty">None yet. Fire an event that has related records to fetch.</p>`;
  }
  return html`<ol class="requests">
    ${latest.map(requestRow)}
  </ol>`;
}

function requestRow(request: ServedRequest): Html {
  const { at, method, status, duration } = request;
  return html`<li>
    <time datetime="${at}">${new Date(at).toLocaleTimeString('en-GB')}</time>
    <span class="${status !== null && status < 300 ? 'good' : 'bad'}">${status ?? 'cut'}</span>
    <span class="wrap">${method} ${addressOf(request)}</span>
    <span class="duration">${duration} ms</span>
  </li>`;
}
