import { html } from 'hono/html';
import type { BoardChange, Entry } from '../board.ts';
import { attemptView, partId } from './attempt.ts';
import { cards } from './deliveries-page.ts';
import { cardHead, deliveryCard, eventsText, outcomeBadges } from './delivery-card.ts';
import type { Html } from './layout.ts';
import { nextAttempt } from './next-attempt.ts';
import { swap } from './swap.ts';
import { runView, verdictOf } from './run.ts';

/**
 * What a change of the board puts in its place on the page. Only what changed is sent, so that what a reader has opened
 * stays open, and focus stays where it is.
 */
export function boardUpdate(change: BoardChange): Html {
  switch (change.kind) {
    case 'added':
      return newCard(change.entry);
    case 'attempted':
      return html`${around(change.entry)} ${newAttempts(change)}`;
    case 'ran':
      return html`${around(change.entry)} ${newRun(change)} ${announcement(change)}`;
    case 'settled':
      return around(change.entry);
    case 'removed':
      return swap('delete', change.id, '');
    case 'cleared':
      return swap('innerHTML', 'deliveries', '');
  }
}

/** The first of a click comes on top and is open, the others go below it in their order. */
function newCard(entry: Entry): Html {
  return entry.follows === null
    ? swap('afterbegin', 'deliveries', deliveryCard(entry, true))
    : swap('afterend', entry.follows, deliveryCard(entry, false));
}

/** Everything, for a page that has missed something. */
export function boardRefresh(entries: readonly Entry[]): Html {
  return swap('innerHTML', 'deliveries', cards(entries));
}

/** What stands above and below the attempts. */
function around(entry: Entry): Html {
  const { delivery } = entry;
  return html`${swap('innerHTML', partId(delivery.id, 'head'), cardHead(entry))}
  ${swap('innerHTML', partId(delivery.id, 'next'), nextAttempt(delivery))}`;
}

function newAttempts({ entry, attempts }: Extract<BoardChange, { kind: 'attempted' }>): Html[] {
  const { delivery, runs } = entry;
  const before = delivery.attempts.length - attempts.length;
  return attempts.map((attempt, index) => {
    const number = before + index + 1;
    const view = attemptView({ delivery: delivery.id, number, attempt, run: runs.get(number), isOpen: true });
    return swap('beforeend', partId(delivery.id, 'attempts'), view);
  });
}

/** An attempt that is not on the page yet will bring its run along. */
function newRun({ entry, run }: Extract<BoardChange, { kind: 'ran' }>): Html | string {
  if (run.attempt > entry.delivery.attempts.length) return '';
  return swap('innerHTML', partId(run.deliveryId, run.attempt), runView(run));
}

/** A sentence for those who listen. */
function announcement({ entry, run }: Extract<BoardChange, { kind: 'ran' }>): Html {
  const codes = outcomeBadges(run).map(({ label }) => label);
  const text = `${eventsText(entry.delivery)}: ${codes.join(' and ')}. ${verdictOf(run).text}`;
  return swap('innerHTML', 'status', text);
}
