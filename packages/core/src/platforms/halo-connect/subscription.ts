import type { ManualSubscription } from '../../subscription/subscription.ts';

/** There is no API for webhooks: https://haloconnect.io/blog/webhooks-now-live */
export const subscription = {
  mode: 'manual',
  steps: [
    'Ask Halo Connect support to send the webhooks of your environment to the webhook URL of this trigger. An integrator has one URL for an environment, or one for async and one for registered queries.',
    'Ask for the webhook secret of the environment.',
    'All sites and queries arrive at that URL. Use the filters of this trigger to choose among them.',
  ],
} as const satisfies ManualSubscription;
