import { TriggerError } from '../errors.ts';
import { type Client, converse } from '../http/client.ts';
import { type InspectOptions, type Inspection, inspectSubscription } from './inspect.ts';
import type { Subscription, WantedSubscription } from './subscription.ts';
import { checkTarget } from './target.ts';

export type EnsureAction = 'created' | 'adopted' | 'updated' | 'replaced';

/**
 * Leaves exactly one right subscription for the target URL, whatever was there before: adopts a right one, updates or
 * replaces a wrong one, removes surplus copies of its own, and asks the platform whether it is so. Safe to call again
 * at any time; the platform's list is the only truth.
 *
 * @throws TriggerError `target-unreachable`, `subscription-not-confirmed` or an `api-…` code
 */
export async function ensureSubscription(options: InspectOptions, client: Client): Promise<EnsureAction> {
  checkTarget(options.targetUrl, client.base);
  const found = await inspectSubscription(options, client);
  if (found.problems.length === 0) return 'adopted';
  const action = await repair(found, options, client);
  const after = await inspectSubscription(options, client);
  // A secret that the platform keeps to itself stays unknown: that it was accepted has to do.
  const unsolved = after.problems.filter((problem) => problem !== 'secret-unknown');
  if (unsolved.length > 0) throw new TriggerError('subscription-not-confirmed');
  return action;
}

async function repair(found: Inspection, options: InspectOptions, client: Client): Promise<EnsureAction> {
  const [best, ...surplus] = found.own;
  for (const copy of surplus) await remove(copy, options, client);
  if (best === undefined) return create(options, client);
  if (found.problems.every((problem) => problem === 'surplus')) return 'adopted';
  if (options.subscription.update !== undefined) {
    await converse(options.subscription.update(best, wanted(options), options.connection), client);
    return 'updated';
  }
  await remove(best, options, client);
  await create(options, client);
  return 'replaced';
}

async function create(options: InspectOptions, client: Client): Promise<EnsureAction> {
  try {
    await converse(options.subscription.create(wanted(options), options.connection), client);
    return 'created';
  } catch (error) {
    // A call that was cut off may have taken effect, and "already registered" means that something did: look again.
    if (!(error instanceof TriggerError)) throw error;
    const { own, problems } = await inspectSubscription(options, client);
    if (own.length === 0) throw error;
    if (problems.length === 0) return 'adopted';
    for (const one of own) await remove(one, options, client);
    await converse(options.subscription.create(wanted(options), options.connection), client);
    return 'replaced';
  }
}

function remove(one: Subscription, options: InspectOptions, client: Client): Promise<void> {
  return converse(options.subscription.remove(one, options.connection), client);
}

function wanted({ targetUrl, events, secret }: InspectOptions): WantedSubscription {
  return { targetUrl, events, secret };
}
