import { errorCodes, hintFor, messageFor, type Platform } from '@carehooks/core';
import type { CliIo } from '../io.ts';
import { formatTable } from '../output/table.ts';
import { tint, writeJson, writeLine } from '../output/stream.ts';
import type { Summary } from './tally.ts';

export interface SendReport {
  readonly platform: Platform;
  readonly event: string;
  /** As it may be shown. */
  readonly target: string;
  readonly seconds: number;
  readonly summary: Summary;
}

/** What became of the deliveries, for people or for programs. */
export function report(
  { platform, event, target, seconds, summary }: SendReport,
  { json }: { readonly json?: boolean },
  io: CliIo,
): void {
  if (json === true) {
    writeJson(io, {
      platform: platform.id,
      event,
      target,
      milliseconds: Math.round(seconds * 1_000),
      ...summary,
    });
    return;
  }
  const rows = summary.answers.map(({ answer, attempts, latency }) => [
    answer,
    String(attempts),
    ...[latency.p50, latency.p95, latency.max].map((milliseconds) => `${milliseconds} ms`),
  ]);
  if (rows.length > 0) {
    writeLine(io.stdout, formatTable(io, ['answer', 'attempts', 'p50', 'p95', 'max'], rows));
    writeLine(io.stdout);
  }
  writeLine(
    io.stdout,
    tint(io, summary.delivered < summary.sent ? 'bad' : 'good', sentenceOf(summary, seconds)),
  );
  for (const code of rejections(summary)) {
    writeLine(io.stdout, `\n${code}: ${messageFor(code)}.\nWhat to do: ${hintFor(code)}`);
  }
}

function sentenceOf({ sent, delivered, failed, unfinished, attempts }: Summary, seconds: number): string {
  const parts = [
    `${delivered} delivered`,
    ...(failed === 0 ? [] : [`${failed} failed`]),
    ...(unfinished === 0 ? [] : [`${unfinished} given up`]),
  ];
  const tries = attempts === 1 ? '1 attempt' : `${attempts} attempts`;
  return `${sent} sent: ${parts.join(', ')}; ${tries} in ${seconds.toFixed(1)} s`;
}

/** The codes of Carehooks' own triggers among the answers. */
function rejections({ answers }: Summary) {
  return errorCodes.filter((code) => answers.some(({ answer }) => answer.endsWith(` ${code}`)));
}
