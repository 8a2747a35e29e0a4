import { html } from 'hono/html';
import type { FeedEvent } from '../../feed.ts';
import type { SimulatedPlatform } from '../../platforms/platform.ts';
import type { Html } from './layout.ts';
import { swap } from './swap.ts';
import { collectionId, collectionView, recordSections, requestTable, webhookTable } from './records-page.ts';

/** Puts in place what the events changed on the page of records. */
export function recordsUpdate(events: readonly FeedEvent[], simulated: SimulatedPlatform): Html {
  const types = new Set(events.map(({ type }) => type));
  const changed = new Set(
    events.flatMap((event) => (event.type === 'record-changed' ? [event.collection] : [])),
  );
  const collections = simulated.records().collections.filter(({ name }) => changed.has(name));
  return html`${
    types.has('webhook-created') || types.has('webhook-removed')
      ? swap('innerHTML', 'webhooks', webhookTable(simulated))
      : ''
  }
  ${collections.map((one) => swap('innerHTML', collectionId(one), collectionView(one)))}
  ${types.has('api-request') ? swap('innerHTML', 'requests', requestTable(simulated)) : ''}`;
}

/** Everything anew, for a page that has missed something or a platform that was reset. */
export function recordsRefresh(simulated: SimulatedPlatform): Html {
  return swap('innerHTML', 'records', recordSections(simulated));
}
