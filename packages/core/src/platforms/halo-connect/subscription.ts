import type { ManualSubscription } from '../../subscription/subscription.ts';

/** There is no API for webhooks: https://haloconnect.io/blog/webhooks-now-live */
export const subscription = {
  mode: 'manual',
  steps: [
    'Ask Halo Connect support to send the webhooks of your environment to the webhook URL of this trigger. An integrator has one URL for an environment, or one for async and one for registered queries.',
    'To see in the URL itself what a delivery is about, add ?siteId={siteId}&queryId={queryId}&source={source} to it. Halo Connect fills in the Halo GUID of the practice, the ID of the query, and async or registered.',
    'All sites and queries arrive at that URL. Use the filters of this trigger to choose among them.',
    'Ask for the webhook secret of the environment.',
  ],
} as const satisfies ManualSubscription;
