import {
  type ApiSubscription,
  type Connection,
  derivedSecrets,
  type Inspection,
  inspectSubscription,
  type Platform,
  type Subscription,
  type SubscriptionProblem,
  targetKey,
} from '@carehooks/core';
import { clientFor } from '../account/client.ts';
import { showSubscription } from '../subscriptions.ts';
import { type Check, failure, ok, note, problem } from './check.ts';

export interface Wanted {
  readonly target: string;
  /** Left out: whatever it has is right. */
  readonly events?: readonly string[];
}

const again = 'Publish the workflow, or switch the Zap, off and on: then it is put right.';

const advice: Readonly<Record<SubscriptionProblem, { readonly message: string; readonly hint: string }>> = {
  missing: {
    message: 'No webhook has this target',
    hint: 'Compare the URL with that of the trigger, letter by letter. If it is right, publish the workflow, or switch the Zap, off and on.',
  },
  disabled: { message: 'The webhook of this target is switched off', hint: again },
  'events-differ': { message: 'The webhook of this target has other events', hint: again },
  'secret-differs': {
    message: 'The webhook of this target has another secret than Carehooks would give it',
    hint: `${again} After a change of the client secret, keep the old one as the previous one until then.`,
  },
  'secret-unknown': {
    message: 'The platform does not tell the secret of the webhook, so it cannot be compared',
    hint: 'If deliveries are rejected, publish the workflow, or switch the Zap, off and on.',
  },
  surplus: {
    message: 'Several webhooks have this target, so everything arrives more than once',
    hint: again,
  },
};

/** What is wrong with the subscription of a target, a check for each problem, and which one it is. */
export async function judgeSubscription(
  platform: Platform,
  subscription: ApiSubscription,
  connection: Connection,
  { target, events }: Wanted,
): Promise<{ readonly checks: readonly Check[]; readonly found: Subscription | null }> {
  const [secret = ''] = derivedSecrets(platform, connection, targetKey(target));
  const options = { subscription, connection, targetUrl: target, events: events ?? [], secret };
  try {
    const inspection = await inspectSubscription(options, clientFor(platform, connection));
    const checks = toChecks(inspection, events !== undefined, platform);
    return { checks, found: inspection.own[0] ?? null };
  } catch (error) {
    return { checks: [failure('subscription', error)], found: null };
  }
}

function toChecks({ own, problems }: Inspection, compareEvents: boolean, platform: Platform): Check[] {
  const judged = problems.filter((one) => compareEvents || one !== 'events-differ');
  const wrong = judged.filter((one) => one !== 'secret-unknown');
  const [found] = own;
  const events = found === undefined ? '' : showSubscription(found, platform).events.join(', ');
  return [
    ...wrong.map((one) => problem('subscription', withEvents(one, events), advice[one].hint)),
    ...(wrong.length === 0
      ? [ok('subscription', `Webhook of the target: there, with ${events || 'no events'}`)]
      : []),
    ...judged
      .filter((one) => one === 'secret-unknown')
      .map((one) => note('subscription', advice[one].message, { hint: advice[one].hint })),
  ];
}

function withEvents(one: SubscriptionProblem, events: string): string {
  const { message } = advice[one];
  return one === 'events-differ' ? `${message}: ${events || 'none'}` : message;
}
