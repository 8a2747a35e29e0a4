import type { ManualSubscription } from '@carehooks/core';
import type { Trigger } from 'zapier-platform-core';
import type { AppDefinition } from '../app.ts';
import { webhookSecrets } from '../connection.ts';
import { secretField } from '../fields/webhook.ts';
import { hookTrigger, type HookSubject } from './hook.ts';
import { receive, type TrustOf } from './receive.ts';

/**
 * A trigger whose webhook a person makes by hand: without `performSubscribe` Zapier shows the URL of the Zap, and
 * `directions` beside it. Such triggers are for private apps.
 */
export function staticHookTrigger(
  subject: HookSubject,
  subscription: ManualSubscription,
  app: AppDefinition,
): Trigger {
  const trigger = hookTrigger(subject, app, { maker: 'person', own: [secretField(app.platform)] });
  return {
    ...trigger,
    display: { ...trigger.display, directions: directionsFrom(subscription) },
    operation: { ...trigger.operation, perform: receive(app.platform, subject.type, trustByHand) },
  };
}

function directionsFrom({ steps }: ManualSubscription): string {
  const last = 'Enter the webhook secret below, or in the connection.';
  return [...steps, last].map((step, index) => `${index + 1}. ${step}`).join('\n');
}

const trustByHand: TrustOf = (connection, { webhookSecret, acceptUnsigned }) => ({
  secrets: webhookSecrets(connection, webhookSecret),
  acceptUnsigned,
});
