import { recordChoices } from '../../choices.ts';
import type { Choice, FilterDefinition, Platform } from '../../platform.ts';
import type { Exchange } from '../../http/exchange.ts';
import { listRegisteredQueries } from './api.ts';

/** All sites and queries of an integrator arrive at one URL. */
export const filters = [
  {
    key: 'siteId',
    label: 'Site IDs',
    help: 'Only these practices: their Halo GUIDs, with commas between them.',
    field: 'siteId',
  },
  {
    key: 'queryId',
    label: 'Queries',
    help: 'Only these queries. Registered queries of the practice in the connection can be chosen from a list.',
    field: 'queryId',
    choices: 'queries',
  },
  {
    key: 'webhookSource',
    label: 'Source',
    help: 'Only queries of this kind: async or registered.',
    field: 'webhookSource',
  },
] as const satisfies readonly FilterDefinition[];

export const choices = {
  *queries(connection): Exchange<Choice[]> {
    return recordChoices(yield* listRegisteredQueries(connection));
  },
} satisfies Platform['choices'];
