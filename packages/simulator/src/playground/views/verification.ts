import { html } from 'hono/html';
import type { Explanation, ExplanationLine } from '@carehooks/core/explain';
import type { Html } from './layout.ts';

const marks = {
  ok: { sign: '✓', word: 'Fine' },
  problem: { sign: '✕', word: 'Problem' },
  note: { sign: '·', word: 'Note' },
} as const;

/** What was verified, and how. */
export function verification({ lines }: Explanation): Html {
  return html`<div class="verification">
    <h4 class="unseen">Verification</h4>
    <ul>
      ${lines.map(line)}
    </ul>
  </div>`;
}

function line({ topic, state, text }: ExplanationLine): Html {
  const { sign, word } = marks[state];
  return html`<li class="${state}">
    <span class="mark" aria-hidden="true">${sign}</span><span class="unseen">${word}:</span>
    <span class="said"><span class="topic">${topic}</span> <span>${text}</span></span>
  </li>`;
}
