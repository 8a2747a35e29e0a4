import type { EventDefinition } from '../../platform.ts';

/** The body's `webhookSource` names the event: https://docs.haloconnect.io/halo-cloud/webhooks */
export const events = [
  {
    type: 'async',
    label: 'Async Query Finished',
    noun: 'Async Query',
    description: 'Triggers when an async query has finished successfully.',
  },
  {
    type: 'registered',
    label: 'Registered Query Changed',
    noun: 'Registered Query',
    description: 'Triggers when a registered query gives another result than at its last run.',
  },
] as const satisfies readonly EventDefinition[];
