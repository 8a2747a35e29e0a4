import { html } from 'hono/html';
import type { DeliveryRecord } from '../../delivery/record.ts';
import type { HostOutcome } from '../hosts/outcome.ts';
import type { Html } from './layout.ts';

export type Tone = 'good' | 'bad' | 'calm';

/** A word or two that tell how something stands. */
export interface Badge {
  readonly label: string;
  readonly tone: Tone;
}

export function badge({ label, tone }: Badge): Html {
  return html`<span class="badge ${tone}">${label}</span>`;
}

export const stateBadges: Readonly<Record<DeliveryRecord['state'], Badge>> = {
  pending: { label: 'under way', tone: 'calm' },
  delivered: { label: 'delivered', tone: 'good' },
  failed: { label: 'given up', tone: 'bad' },
};

/** The code of a problem, or how else it ended. */
export function outcomeBadge(outcome: HostOutcome): Badge {
  switch (outcome.kind) {
    case 'accepted':
      return { label: 'accepted', tone: 'good' };
    case 'empty':
      return { label: 'nothing new', tone: 'calm' };
    case 'rejected':
    case 'failed':
      return { label: outcome.problem.code ?? outcome.kind, tone: 'bad' };
  }
}
