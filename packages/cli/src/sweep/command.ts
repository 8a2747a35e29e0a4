import { converse, type Platform, platforms } from '@carehooks/core';
import { Command } from 'commander';
import { clientFor, logIn } from '../account/client.ts';
import { requireConnection } from '../account/open.ts';
import { describeVariables } from '../account/variables.ts';
import { findPlatform, platformArgument } from '../arguments.ts';
import { CliError, Exit, exitCodes } from '../exit.ts';
import type { CliIo } from '../io.ts';
import { startProgress } from '../output/progress.ts';
import { type Account, type Examined, type Findings, findSubscriptions } from './find.ts';
import { report } from './report.ts';
import { selectGone } from './select.ts';

interface SweepOptions {
  readonly apply?: boolean;
  readonly json?: boolean;
}

/** `carehooks sweep`: webhooks of ours that nobody listens to any more. */
export function sweepCommand(io: CliIo): Command {
  return new Command('sweep')
    .description('List webhooks that Carehooks made and whose target is gone, and delete those you name')
    .addArgument(platformArgument())
    .argument('[ids...]', 'webhooks to delete; they must be listed as gone')
    .option('--apply', 'delete the webhooks that are named')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', ({ command }) => {
      const chosen = platforms.filter(({ id }) => id === command.args[0]);
      return describeVariables(chosen.length === 0 ? platforms.filter(isAutomatic) : chosen);
    })
    .action((id: string, ids: readonly string[], options: SweepOptions) =>
      sweep(findPlatform(id), ids, options, io),
    );
}

function isAutomatic({ subscription }: Platform): boolean {
  return subscription.mode === 'api';
}

async function sweep(
  platform: Platform,
  ids: readonly string[],
  { apply = false, json }: SweepOptions,
  io: CliIo,
): Promise<void> {
  requireSense(ids, apply);
  const account = await openAccount(platform, io);
  const findings = await look(account, io);
  const chosen = apply ? selectGone(ids, findings) : [];
  const deleted: Examined[] = [];
  try {
    await deleteAll(chosen, account, io, (one) => deleted.push(one));
  } finally {
    // Also where one could not be deleted: those before it are gone for good.
    report({ platform, findings, deleted }, { json }, io);
  }
  const left = findings.ours.some((one) => one.state === 'gone' && !deleted.includes(one));
  if (!apply && left) throw new Exit(exitCodes.notGood);
}

/** Only what is named is deleted, and nothing is named for no reason. */
function requireSense(ids: readonly string[], apply: boolean): void {
  if (apply && ids.length === 0) {
    const hint = 'Call the command without --apply first, and name the ids that it lists as gone.';
    throw new CliError('--apply needs the ids of the webhooks to delete.', hint);
  }
  if (!apply && ids.length > 0) {
    throw new CliError('Ids are named, and nothing is to be done with them.', 'Add --apply to delete them.');
  }
}

/** @throws CliError where webhooks are made by hand, or the account is not known */
async function openAccount(platform: Platform, io: CliIo): Promise<Account> {
  const { subscription: api, name } = platform;
  if (api.mode === 'manual') {
    const hint = 'Look at the webhooks in the settings of the platform.';
    throw new CliError(`Carehooks makes no webhooks at ${name}, so there is nothing to sweep.`, hint);
  }
  return { platform, api, connection: await logIn(platform, await requireConnection(io, platform)) };
}

async function look(account: Account, io: CliIo): Promise<Findings> {
  let end = () => {};
  try {
    return await findSubscriptions(account, (count) => {
      const progress = startProgress(io, 'Asking targets', count);
      end = progress.end;
      return progress.step;
    });
  } finally {
    end();
  }
}

/** @throws TriggerError when one could not be deleted; those before it are */
async function deleteAll(
  chosen: readonly Examined[],
  { platform, api, connection }: Account,
  io: CliIo,
  onDeleted: (one: Examined) => void,
): Promise<void> {
  const progress = startProgress(io, 'Deleting', chosen.length);
  try {
    for (const one of chosen) {
      await converse(api.remove(one.subscription, connection), clientFor(platform, connection));
      onDeleted(one);
      progress.step();
    }
  } finally {
    progress.end();
  }
}
