import { accept, complete, type Item, type ManualSubscription, type Platform } from '@carehooks/core';
import type { Trigger } from 'zapier-platform-core';
import type { AppDefinition } from '../app.ts';
import { connectionOf, webhookSecrets } from '../connection.ts';
import { toDelivery } from '../delivery.ts';
import { itemFields } from '../fields/items.ts';
import { advancedFields, fieldGroups, secretField } from '../fields/webhook.ts';
import { pipelineOptions } from '../pipeline.ts';
import { Rejection, sealed } from '../sealed.ts';
import { readSettings, type ZapSettings } from '../settings.ts';
import { loadSamples } from './samples.ts';

/** What a hook trigger is for: one event, or any where `type` is null. */
export interface HookSubject {
  readonly key: string;
  readonly type: string | null;
  readonly noun: string;
  readonly label: string;
  readonly description: string;
}

/**
 * A trigger whose webhook a person makes by hand: without `performSubscribe` Zapier shows the URL of the Zap, and
 * `directions` beside it. Such triggers are for private apps.
 */
export function staticHookTrigger(subject: HookSubject, app: AppDefinition): Trigger {
  const { platform, outputFields, samples } = app;
  const { key, type, noun, label, description } = subject;
  return {
    key,
    noun,
    display: { label, description, directions: directionsFrom(platform.subscription) },
    operation: {
      type: 'hook',
      perform: receive(platform, type),
      performList: loadSamples(platform, type),
      inputFields: [secretField, ...itemFields(platform), ...advancedFields(platform)],
      inputFieldGroups: fieldGroups,
      outputFields: [...outputFields],
      sample: samples[key] ?? {},
    },
  };
}

function directionsFrom({ steps }: ManualSubscription): string {
  const last = 'Enter the webhook secret below, or in the connection.';
  return [...steps, last].map((step, index) => `${index + 1}. ${step}`).join('\n');
}

/** Zapier answers the sender before it calls this, so that a rejection shows in the history of the Zap only. */
function receive(platform: Platform, type: string | null) {
  return sealed(async (z, bundle): Promise<Item[]> => {
    const settings = readSettings(bundle.inputData);
    const outcome = accept(toDelivery(bundle), {
      platform,
      secrets: webhookSecrets(connectionOf(bundle), settings.webhookSecret),
      events: type === null ? [] : [type],
      filters: settings.filters,
      verification: verificationOf(settings),
      ...(settings.eventHeader === '' ? {} : { eventHeader: settings.eventHeader }),
    });
    if (outcome.kind === 'rejected') throw new Rejection(outcome.code);
    return outcome.kind === 'ignored' ? [] : complete(outcome.events, pipelineOptions(z, bundle, platform));
  });
}

function verificationOf({ acceptUnsigned, signatureHeader, replayWindow }: ZapSettings) {
  return {
    acceptUnsigned,
    ...(signatureHeader === '' ? {} : { header: signatureHeader }),
    ...(replayWindow === null ? {} : { tolerance: replayWindow }),
  };
}
