import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { readParameter } from './context.ts';
import type { Trigger } from './trigger.ts';

/** Whether we make the webhook at the platform, or a person does. */
export function isAutomatic(context: IHookFunctions | IWebhookFunctions, { platform }: Trigger): boolean {
  if (platform.subscription.mode === 'manual') return false;
  return readParameter<string>(context, 'subscription', 'automatic') !== 'manual';
}

/** The URL that deliveries go to: the test URL while n8n listens for a test event. */
export function targetUrlOf(context: IHookFunctions | IWebhookFunctions): string {
  return context.getNodeWebhookUrl('default') ?? '';
}
