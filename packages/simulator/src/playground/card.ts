import { html, raw } from 'hono/html';
import type { JsonObject } from '@carehooks/core';
import type { Attempt, DeliveryRecord } from '../delivery/record.ts';
import type { ServedRequest } from '../http/request-log.ts';
import type { Entry } from './board.ts';
import type { HostResult } from './hosts.ts';
import { highlight } from './highlight.ts';
import type { HostRun } from './run.ts';

type Html = ReturnType<typeof html>;

/** One delivery: what was sent, what it was answered, and what both hosts made of it. */
export function card(entry: Entry): Html {
  const { delivery } = entry;
  return html`<article id="${delivery.id}" class="delivery" aria-label="${delivery.events.join(', ')}">
    ${head(delivery)} ${attempts(delivery)} ${results(entry)}
  </article>`;
}

/** The parts of a card that change, to be put in place of those on the page. What a reader opened stays open. */
export function cardUpdate(entry: Entry): Html {
  return html`${head(entry.delivery, 'true')} ${attempts(entry.delivery, 'true')} ${results(entry, 'true')}`;
}

function outOfBand(mode: string | undefined): Html | string {
  return mode === undefined ? '' : raw(`hx-swap-oob="${mode}"`);
}

const states = { pending: 'under way', delivered: 'delivered', failed: 'given up' } as const;

function head({ id, events, state, faults, queuedAt }: DeliveryRecord, swap?: string): Html {
  return html`<header id="${id}-head" ${outOfBand(swap)}>
    <h3>${events.join(', ')}</h3>
    ${faults.map((fault) => html`<span class="badge fault">${fault}</span>`)}
    <span class="badge ${state}">${states[state]}</span>
    <time datetime="${queuedAt}">${queuedAt.slice(11, 19)}</time>
  </header>`;
}

function attempts({ id, attempts: made, nextAttemptAt }: DeliveryRecord, swap?: string): Html {
  return html`<ol id="${id}-attempts" class="attempts" ${outOfBand(swap)}>
    ${made.map(attempt)} ${nextAttemptAt === null ? '' : waiting(nextAttemptAt)}
  </ol>`;
}

function attempt({ request, outcome, duration }: Attempt): Html {
  const answer = outcome.kind === 'answered' ? `HTTP ${outcome.status}` : outcome.kind.replace('-', ' ');
  return html`<li>
    <details>
      <summary>
        <span class="${outcome.kind === 'answered' && outcome.status < 300 ? 'good' : 'bad'}">${answer}</span>
        after ${Math.round(duration)} ms
      </summary>
      <h4>Request</h4>
      <pre tabindex="0">
${request.method} ${request.url}
${headerLines(request.headers)}

${request.body}</pre>
      ${
        outcome.kind !== 'answered'
          ? ''
          : html`<h4>Answer</h4>
              <pre tabindex="0">
${outcome.status}
${headerLines(outcome.headers)}

${outcome.body}</pre>`
      }
    </details>
  </li>`;
}

function headerLines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

function waiting(nextAttemptAt: string): Html {
  const left = Math.max(0, Date.parse(nextAttemptAt) - Date.now());
  return html`<li class="waiting">
    <span>next try in ${Math.ceil(left / 1000)} s</span>
    <span class="bar"><span style="animation-duration:${left}ms"></span></span>
  </li>`;
}

function results({ delivery, runs }: Entry, swap?: string): Html {
  return html`<div id="${delivery.id}-results" class="results" ${outOfBand(swap)}>${runs.map(result)}</div>`;
}

function result(run: HostRun): Html {
  // A host that knows the event from before, or refuses it, has nothing to compare and says so itself.
  const compared = run.n8n.items.length > 0 && run.zapier.items.length > 0;
  return html`<section aria-label="Attempt ${run.attempt}">
    ${compared ? verdict(run) : ''}
    <div class="hosts">
      ${host('n8n node', run.n8n, run.calls.n8n)} ${host('Zapier app', run.zapier, run.calls.zapier)}
    </div>
  </section>`;
}

function verdict({ differences }: HostRun): Html {
  return differences.length === 0
    ? html`<p class="good">Both hosts made the same item.</p>`
    : html`<p class="bad">The hosts differ in ${differences.join(', ')}.</p>`;
}

function host(name: string, { items, note }: HostResult, calls: readonly ServedRequest[]): Html {
  return html`<div class="host">
    <h4>${name}</h4>
    ${note === null ? '' : html`<p class="note">${note}</p>`} ${items.map(item)}
    ${
      calls.length === 0
        ? ''
        : html`<ul class="calls" aria-label="REST calls of the ${name}">
            ${calls.map(call)}
          </ul>`
    }
  </div>`;
}

function item(value: JsonObject): Html {
  return html`<pre class="item" tabindex="0">${raw(highlight(value))}</pre>`;
}

function call({ method, path, query, status, duration }: ServedRequest): Html {
  const asked = Object.entries(query).map(([name, values]) => `${name}=${values.join(',')}`);
  const address = asked.length === 0 ? path : `${path}?${asked.join('&')}`;
  return html`<li>
    <span class="${status !== null && status < 300 ? 'good' : 'bad'}">${status ?? 'cut'}</span>
    ${method} ${address} <small>${Math.round(duration)} ms</small>
  </li>`;
}
