import {
  type ApiSubscription,
  type Client,
  derivedSecrets,
  ensureSubscription,
  type ErrorCode,
  inspectSubscription,
  type InspectOptions,
  removeSubscription,
  targetKey,
  TriggerError,
} from '@carehooks/core';
import type { IHookFunctions } from 'n8n-workflow';
import { hasCredential, readConnection } from '../credential/connection.ts';
import { enteredSecrets } from '../credential/secrets.ts';
import { clientFor } from './client.ts';
import { publishError } from './errors.ts';
import { readAcceptParameters, readRelations, readSubscribedEvents } from './parameters.ts';
import type { Trigger } from './trigger.ts';
import { isAutomatic, targetUrlOf } from './webhook.ts';

type Hook = (this: IHookFunctions) => Promise<boolean>;

export interface Lifecycle {
  default: { checkExists: Hook; create: Hook; delete: Hook };
}

/**
 * What n8n does when a workflow is published and when it no longer is. The platform's list of subscriptions is the
 * only truth: nothing is stored, so nothing can be lost between a call and its being saved.
 *
 * Where a person makes the webhook there is nothing to create and nothing to remove; what can be checked is whether
 * deliveries could be verified and completed at all.
 */
export function lifecycle(trigger: Trigger): Lifecycle {
  return {
    default: {
      checkExists: hook(async (context) => {
        // Always asks for `create`, since n8n shows what goes wrong there.
        if (!isAutomatic(context, trigger) || (await findProblem(context, trigger)) !== null) return false;
        const { options, client } = await subscriptionOf(context, trigger);
        return (await inspectSubscription(options, client)).problems.length === 0;
      }),
      create: hook(async (context) => {
        const problem = await findProblem(context, trigger);
        if (problem !== null) throw new TriggerError(problem);
        if (!isAutomatic(context, trigger)) return true;
        const { options, client } = await subscriptionOf(context, trigger);
        await ensureSubscription(options, client);
        return true;
      }),
      delete: hook(async (context) => {
        if (!isAutomatic(context, trigger)) return true;
        const { options, client } = await subscriptionOf(context, trigger);
        await removeSubscription(options, client);
        return true;
      }),
    },
  };
}

/** n8n takes no notice of what these give back, so everything that is wrong is thrown, with what to do. */
function hook(work: (context: IHookFunctions) => Promise<boolean>): Hook {
  return async function run(this: IHookFunctions) {
    try {
      return await work(this);
    } catch (error) {
      throw publishError(this.getNode(), error);
    }
  };
}

async function subscriptionOf(
  context: IHookFunctions,
  trigger: Trigger,
): Promise<{ options: InspectOptions; client: Client }> {
  const { platform } = trigger;
  const connection = await readConnection(context, trigger);
  const targetUrl = targetUrlOf(context);
  const [secret] = derivedSecrets(platform, connection, targetKey(targetUrl));
  // Without one the platform would send its deliveries unsigned.
  if (secret === undefined) throw new TriggerError('connection-missing');
  const options = {
    subscription: platform.subscription as ApiSubscription,
    connection,
    targetUrl,
    events: readSubscribedEvents(context, platform),
    secret,
  };
  return { options, client: clientFor(context, trigger, connection) };
}

/** What is missing for deliveries to be verified and completed. */
async function findProblem(context: IHookFunctions, trigger: Trigger): Promise<ErrorCode | null> {
  const connected = hasCredential(context, trigger.apiCredential);
  if (isAutomatic(context, trigger)) return connected ? null : 'connection-missing';
  const { acceptUnsigned } = readAcceptParameters(context, trigger.platform).verification;
  if (acceptUnsigned !== true && !(await hasSecret(context, trigger))) return 'secret-missing';
  return !connected && readRelations(context).length > 0 ? 'connection-missing' : null;
}

async function hasSecret(context: IHookFunctions, { secretCredential }: Trigger): Promise<boolean> {
  if (secretCredential === undefined || !hasCredential(context, secretCredential)) return false;
  return enteredSecrets(await context.getCredentials(secretCredential), context).length > 0;
}
