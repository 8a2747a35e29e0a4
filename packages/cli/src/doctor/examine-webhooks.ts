import {
  type ApiSubscription,
  checkTarget,
  type Connection,
  converse,
  type ManualSubscription,
  parseBaseUrl,
  type Platform,
  type Subscription,
  TriggerError,
} from '@carehooks/core';
import { clientFor } from '../account/client.ts';
import { exitCodes } from '../exit.ts';
import { probeTarget } from '../target/probe.ts';
import { shownUrl } from '../target/shown-url.ts';
import { type Listed, listSubscriptions, showSubscription } from '../subscriptions.ts';
import { type Check, failure, ok, note, problem } from './check.ts';
import { judgeDeliveries } from './judge-deliveries.ts';
import { judgeSubscription } from './judge-subscription.ts';
import type { Row } from './report.ts';

/** What the user wants to know more about. */
export interface ExamineOptions {
  readonly target?: string;
  readonly events?: readonly string[];
  /** Takes the list of webhooks, to show it below. */
  readonly onList: (listed: readonly Row[]) => void;
}

/** Looks at the platform's webhooks: all of them, and the one of the target if there is one to look at. */
export async function* examineWebhooks(
  platform: Platform,
  connection: Connection,
  options: ExamineOptions,
): AsyncGenerator<Check, void, void> {
  const { subscription } = platform;
  if (subscription.mode === 'manual') yield byHand(subscription, platform);
  else yield* examineApi(platform, subscription, connection, options);
  if (options.target !== undefined) yield await judgeTarget(options.target, platform, connection);
}

function byHand({ steps }: ManualSubscription, { name }: Platform): Check {
  const hint =
    'Compare URL and events there, and look at the last deliveries. This is how a webhook is set up:';
  return note('webhooks', `Webhooks of ${name} are made by hand, and the API tells nothing about them`, {
    ...{ hint, steps },
  });
}

async function* examineApi(
  platform: Platform,
  subscription: ApiSubscription,
  connection: Connection,
  { target, events, onList }: ExamineOptions,
): AsyncGenerator<Check, void, void> {
  let listed: Listed[];
  try {
    listed = await listSubscriptions(platform, subscription, connection);
  } catch (error) {
    yield failure('webhooks', error);
    const refused = error instanceof TriggerError && error.code === 'api-forbidden';
    if (refused && subscription.manual !== undefined) yield byHand(subscription.manual, platform);
    return;
  }
  onList(listed.map(({ subscription: one, isOurs }) => ({ ...showSubscription(one, platform), isOurs })));
  yield countThem(listed);
  if (target === undefined) return;
  const { checks, found } = await judgeSubscription(platform, subscription, connection, { target, events });
  yield* checks;
  if (found !== null) yield* examineDeliveries(platform, subscription, connection, found);
}

function countThem(listed: readonly Listed[]): Check {
  const ours = listed.filter(({ isOurs }) => isOurs);
  const off = ours.filter(({ subscription }) => !subscription.enabled);
  const message = `Webhooks: ${listed.length}, made by Carehooks: ${ours.length}`;
  if (off.length === 0) return ok('webhooks', message);
  const ids = off.map(({ subscription }) => subscription.id).join(', ');
  return problem(
    'webhooks',
    `${message}, switched off: ${ids}`,
    'Publish the workflow, or switch the Zap, off and on.',
  );
}

async function* examineDeliveries(
  platform: Platform,
  { recentDeliveries }: ApiSubscription,
  connection: Connection,
  found: Subscription,
): AsyncGenerator<Check, void, void> {
  if (recentDeliveries === undefined) return;
  try {
    const sent = await converse(recentDeliveries(found, connection), clientFor(platform, connection));
    yield judgeDeliveries(sent);
  } catch (error) {
    yield failure('deliveries', error);
  }
}

/** Whether the platform could reach the target at all, and whether anybody is there. */
async function judgeTarget(target: string, { api }: Platform, connection: Connection): Promise<Check> {
  try {
    checkTarget(target, parseBaseUrl(api.baseUrl(connection)));
  } catch (error) {
    return failure('target', error);
  }
  const { state, reason } = await probeTarget(target);
  const message = `Target ${shownUrl(target)}: ${reason}`;
  if (state === 'answers') return ok('target', message);
  const hint = 'Check that the workflow is published or the Zap is on, and that its server can be reached.';
  return problem('target', message, hint, exitCodes.unreachable);
}
