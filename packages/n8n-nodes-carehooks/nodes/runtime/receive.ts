import { accept, type ErrorCode, messageFor, type Outcome } from '@carehooks/core';
import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { readSecrets, readSigningKey } from '../credential/secrets.ts';
import { readDelivery } from './delivery.ts';
import { warnOf } from './log.ts';
import { readAcceptParameters } from './parameters.ts';
import type { Trigger } from './trigger.ts';

/**
 * The first half of the pipeline, while the platform waits: verifies and unwraps, and answers at once. The events
 * become the input of the node's own `execute`, which runs in the execution (in queue mode in a worker).
 */
export async function receive(context: IWebhookFunctions, trigger: Trigger): Promise<IWebhookResponseData> {
  const outcome = await acceptRequest(context, trigger);
  if (outcome.kind === 'rejected') return reject(context, outcome.code);
  // Without workflow data n8n answers 200 and starts nothing.
  if (outcome.kind === 'ignored') return {};
  // The good parts of a batch go on; that some could not be read is told without a word of them.
  if (outcome.malformed > 0) warn('Part of a webhook delivery left out', context, 'envelope-unexpected');
  const items = outcome.events.map((event) => ({ json: event as unknown as IDataObject }));
  return { workflowData: [items] };
}

/** Milliseconds. So long a secret that the user removes is still good; one that the user adds is good at once. */
const credentialAge = 5_000;

/** A delivery may be accepted by what the credential held a moment ago, and is turned away by what it holds now only. */
async function acceptRequest(context: IWebhookFunctions, trigger: Trigger): Promise<Outcome> {
  const delivery = await readDelivery(context);
  if (delivery === null) return { kind: 'rejected', code: 'body-unavailable' };
  const { verification, ...parameters } = readAcceptParameters(context, trigger.platform);
  const acceptBy = async (since: number) =>
    accept(delivery, {
      platform: trigger.platform,
      secrets: await readSecrets(context, trigger, since),
      ...parameters,
      verification: { ...verification, key: await readSigningKey(context, trigger, since) },
    });
  const outcome = await acceptBy(delivery.receivedAt - credentialAge);
  return outcome.kind === 'rejected' ? acceptBy(delivery.receivedAt) : outcome;
}

const malformed: readonly ErrorCode[] = ['body-unavailable', 'body-malformed', 'envelope-unexpected'];

function reject(context: IWebhookFunctions, code: ErrorCode): IWebhookResponseData {
  warn('Webhook delivery rejected', context, code);
  const status = malformed.includes(code) ? 400 : 401;
  context
    .getResponseObject()
    .status(status)
    .json({ code, message: messageFor(code) })
    .end();
  return { noWebhookResponse: true };
}

function warn(what: string, context: IWebhookFunctions, code: ErrorCode): void {
  const { logger } = context;
  const source = { logger, workflowId: context.getWorkflow().id ?? '', nodeName: context.getNode().name };
  warnOf(what, source, code, Date.now());
}
