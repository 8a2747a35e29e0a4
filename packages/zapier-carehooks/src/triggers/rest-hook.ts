import { type ApiSubscription, derivedSecrets, type Platform } from '@carehooks/core';
import type { Trigger } from 'zapier-platform-core';
import type { AppDefinition } from '../app.ts';
import { customEventFields } from '../fields/platform.ts';
import { Rejection } from '../sealed.ts';
import { seenBy } from '../seen.ts';
import { hookTrigger, type HookSubject } from './hook.ts';
import { receive, type TrustOf } from './receive.ts';
import { subscribe, unsubscribe } from './subscription.ts';

/** A trigger whose webhook is made through the platform's API when the Zap is switched on, and removed when it is off. */
export function restHookTrigger(
  subject: HookSubject,
  subscription: ApiSubscription,
  app: AppDefinition,
): Trigger {
  const { platform } = app;
  const own = subject.type === null ? customEventFields(platform) : [];
  const trigger = hookTrigger(subject, app, { maker: 'api', own });
  return {
    ...trigger,
    operation: {
      ...trigger.operation,
      perform: receive(platform, subject.type, trustDerived(platform)),
      performSubscribe: subscribe(platform, subscription, subject.type),
      performUnsubscribe: unsubscribe(platform, subscription),
    },
  };
}

/**
 * The secret is derived again from the connection and from what `performSubscribe` gave back, which holds none. Zapier
 * shows that to whoever may see the Zap.
 */
function trustDerived(platform: Platform): TrustOf {
  return (connection, _settings, { subscribeData }, z) => {
    const id = subscribeData?.id;
    if (typeof id !== 'string' || id === '') {
      throw new Rejection(
        'secret-missing',
        'Switch the Zap off and on again, so that its webhook is made anew.',
      );
    }
    return {
      secrets: derivedSecrets(platform, connection, id),
      acceptUnsigned: false,
      seen: seenBy(id, z),
    };
  };
}
