import type { Platform } from '@carehooks/core';
import type { CliIo } from '../io.ts';
import { formatTable } from '../output/table.ts';
import { printable, writeJson, writeLine } from '../output/stream.ts';
import { showSubscription } from '../subscriptions.ts';
import type { Examined, Findings } from './find.ts';

export interface SweepReport {
  readonly platform: Platform;
  readonly findings: Findings;
  readonly deleted: readonly Examined[];
}

/** What was found and what was deleted, for people or for programs. */
export function report(
  { platform, findings, deleted }: SweepReport,
  { json }: { readonly json?: boolean },
  io: CliIo,
): void {
  const webhooks = findings.ours.map((one) => ({
    ...showSubscription(one.subscription, platform),
    state: one.state,
    reason: one.reason,
    deleted: deleted.includes(one),
  }));
  if (json === true) {
    writeJson(io, { platform: platform.id, webhooks, others: findings.others });
    return;
  }
  if (webhooks.length > 0) {
    const rows = webhooks.map(({ id, state, deleted: done, reason, targetUrl }) => [
      id,
      done ? 'deleted' : state,
      reason,
      targetUrl,
    ]);
    writeLine(io.stdout, `${formatTable(io, ['id', 'state', 'reason', 'target'], rows)}\n`);
  }
  writeLine(io.stdout, sentenceOf(findings, deleted.length));
  const left = findings.ours.filter((one) => one.state === 'gone' && !deleted.includes(one));
  if (left.length > 0) writeLine(io.stdout, `\nTo delete what is gone:\n  ${commandFor(platform, left)}`);
}

function sentenceOf({ ours, others }: Findings, deleted: number): string {
  const gone = ours.filter(({ state }) => state === 'gone').length;
  return [
    `Made by Carehooks: ${ours.length}, gone: ${gone}`,
    ...(deleted === 0 ? [] : [`deleted: ${deleted}`]),
    ...(others === 0 ? [] : [`left alone, since others made them: ${others}`]),
  ].join(', ');
}

/** To be copied into a shell, so an id that a platform gives must be no more than a word there. */
function commandFor({ id }: Platform, gone: readonly Examined[]): string {
  const ids = gone.map(({ subscription }) => quoted(printable(subscription.id)));
  return `carehooks sweep ${id} --apply ${ids.join(' ')}`;
}

function quoted(word: string): string {
  return /^[\w-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
