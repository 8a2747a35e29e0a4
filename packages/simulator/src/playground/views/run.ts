import { html } from 'hono/html';
import type { JsonObject } from '@carehooks/core';
import type { Path } from '../hosts/compare.ts';
import { gapsOf } from '../hosts/gaps.ts';
import { type HostOutcome, itemsOf, type Problem } from '../hosts/outcome.ts';
import type { HostRun, Run } from '../run.ts';
import { badge, outcomeBadge, type Tone } from './badge.ts';
import { jsonView } from './json.ts';
import type { Html } from './layout.ts';
import { timeline } from './timeline.ts';
import { verification } from './verification.ts';

const hostNames = { n8n: 'n8n node', zapier: 'Zapier app' } as const;

/** What was verified, and what both hosts made of it. */
export function runView(run: Run): Html {
  const { explanation, n8n, zapier, differences } = run;
  return html`${verification(explanation)} ${verdict(run)}
    <div class="hosts">
      ${hostView(hostNames.n8n, n8n, differences)} ${hostView(hostNames.zapier, zapier, differences)}
    </div>`;
}

/** Both hosts in one sentence. */
export interface Verdict {
  readonly text: string;
  /** `good` where they agree, `bad` where their items differ; `calm` where they end otherwise for a reason. */
  readonly tone: Tone;
}

export function verdictOf({ n8n, zapier, differences }: Run): Verdict {
  const [first, second] = [n8n.outcome.kind, zapier.outcome.kind];
  if (first === 'empty' && second === 'accepted') return { text: knownToOne, tone: 'calm' };
  if (first !== second) {
    const text = `The ${hostNames.n8n} ${ends[first]}, the ${hostNames.zapier} ${ends[second]}.`;
    return { text, tone: 'calm' };
  }
  if (differences.length > 0) {
    return { text: `The hosts differ in ${differences.map(pathText).join(', ')}.`, tone: 'bad' };
  }
  return { text: agreements[first](itemsOf(n8n.outcome).length), tone: first === 'failed' ? 'calm' : 'good' };
}

const knownToOne =
  'The n8n node knows it from before. Zapier has no memory for webhooks made by hand, so the Zap runs again.';

const ends: Readonly<Record<HostOutcome['kind'], string>> = {
  accepted: 'accepts it',
  empty: 'finds nothing new in it',
  rejected: 'refuses it',
  failed: 'fails',
};

const agreements: Readonly<Record<HostOutcome['kind'], (items: number) => string>> = {
  accepted: (items) =>
    items === 1 ? 'Both hosts made the same item.' : `Both hosts made the same ${items} items.`,
  empty: () => 'Both hosts find nothing new in it.',
  rejected: () => 'Both hosts refuse it.',
  failed: () => 'Both hosts fail.',
};

function pathText([index, ...keys]: Path): string {
  return keys.length === 0 ? `item ${Number(index) + 1}` : keys.join('.');
}

function verdict(run: Run): Html {
  const { text, tone } = verdictOf(run);
  return html`<p class="verdict ${tone}">${text}</p>`;
}

function hostView(name: string, { outcome, calls }: HostRun, differences: readonly Path[]): Html {
  return html`<div class="host" role="group" aria-label="${name}">
    <h4>${name} ${badge(outcomeBadge(outcome))}</h4>
    ${outcomeText(outcome)} ${itemViews(itemsOf(outcome), name, differences)} ${gaps(itemsOf(outcome))}
    ${timeline(calls, name)}
  </div>`;
}

function outcomeText(outcome: HostOutcome): Html | string {
  if (outcome.kind === 'accepted') return '';
  return outcome.kind === 'empty'
    ? html`<p class="notice">${outcome.note}</p>`
    : problemText(outcome.problem);
}

function problemText({ message, hint }: Problem): Html {
  return html`<div class="notice bad">
    <p>${message.replace(/\.?$/, '.')}</p>
    ${hint === null ? '' : html`<p class="hint">${hint}</p>`}
  </div>`;
}

/** The first is open to the eye, however many there are. */
function itemViews(items: readonly JsonObject[], name: string, differences: readonly Path[]): Html | string {
  const [first, ...others] = items.map((item, index) => {
    const marks = differences.filter((path) => path[0] === String(index)).map((path) => path.slice(1));
    const label = items.length === 1 ? `Item of the ${name}` : `Item ${index + 1} of the ${name}`;
    return html`<pre class="item" tabindex="0" role="group" aria-label="${label}">
${jsonView(item, marks)}</pre>`;
  });
  if (first === undefined) return '';
  if (others.length === 0) return first;
  return html`${first}
    <details>
      <summary>${others.length} more ${others.length === 1 ? 'item' : 'items'}</summary>
      ${others}
    </details>`;
}

/** Records that were to be fetched and are missing. */
function gaps(items: readonly JsonObject[]): Html[] {
  return gapsOf(items).map(
    ({ code, relations, message, hint }) =>
      html`<div class="notice bad">
        <p><code>${code}</code> ${relations.join(', ')}: ${message}.</p>
        <p class="hint">${hint}</p>
      </div>`,
  );
}
