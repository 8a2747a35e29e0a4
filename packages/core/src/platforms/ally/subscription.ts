import type { ManualSubscription } from '../../subscription/subscription.ts';

/** Webhooks are made in the dashboard only: https://docs.allyhealth.co.uk/docs/webhooks */
export const subscription = {
  mode: 'manual',
  steps: [
    'In the Ally (Heim) dashboard, switch Test Mode off for live data, or on for test data. You need the role Administrator or Developer.',
    'Click the cog icon in the top right corner, choose Webhooks, and click Add webhook.',
    'Paste the webhook URL of this trigger as the Payload URL, choose the same events as here, and click Add webhook.',
    'Copy the webhook secret at once: it is shown only now. If it is lost, delete the webhook and create it again.',
  ],
} as const satisfies ManualSubscription;
