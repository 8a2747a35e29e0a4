import { html } from 'hono/html';
import type { Attempt, AttemptOutcome } from '../../delivery/record.ts';
import type { Run } from '../run.ts';
import type { Html } from './layout.ts';
import { runView } from './run.ts';

/** Ids of the parts of a card that change by themselves. */
export const partId = (delivery: string, part: string | number) => `${delivery}-${part}`;

export interface AttemptParts {
  readonly delivery: string;
  /** 1 for the first. */
  readonly number: number;
  readonly attempt: Attempt;
  /** Left out while the hosts are at work, and where the attempt did not reach them. */
  readonly run: Run | undefined;
  readonly isOpen: boolean;
}

/** One attempt: what was sent and answered, and what the hosts made of it. */
export function attemptView({ delivery, number, attempt, run, isOpen }: AttemptParts): Html {
  const { request, outcome, duration } = attempt;
  return html`<li>
    <details class="attempt" ${isOpen ? 'open' : ''}>
      <summary>
        Attempt ${number}: ${answerOf(outcome)} <span class="quiet">after ${Math.round(duration)} ms</span>
      </summary>
      <div class="inside">
        <div id="${partId(delivery, number)}">${run === undefined ? '' : runView(run)}</div>
        <div class="exchange">
          ${message('Request', `${request.method} ${request.url}`, request.headers, request.body)}
          ${
            outcome.kind === 'answered'
              ? message('Answer', `HTTP ${outcome.status}`, outcome.headers, outcome.body)
              : ''
          }
        </div>
      </div>
    </details>
  </li>`;
}

function answerOf(outcome: AttemptOutcome): Html {
  if (outcome.kind !== 'answered') return html`<span class="bad">${outcome.kind.replace('-', ' ')}</span>`;
  return html`<span class="${outcome.status < 300 ? 'good' : 'bad'}">HTTP ${outcome.status}</span>`;
}

function message(
  label: string,
  firstLine: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Html {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return html`<details>
    <summary>${label}</summary>
    <pre tabindex="0" role="group" aria-label="${label}">
${[firstLine, ...lines].join('\n')}

${body}</pre>
  </details>`;
}
