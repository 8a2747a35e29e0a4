import type { Platform } from '@carehooks/core';
import type { CliIo } from '../io.ts';
import { mark } from '../output/mark.ts';
import { printable, writeJson, writeLine } from '../output/stream.ts';
import { formatTable } from '../output/table.ts';
import type { ShownSubscription } from '../subscriptions.ts';
import type { Check } from './check.ts';

/** A webhook in the list below the checks. */
export type Row = ShownSubscription & { readonly isOurs: boolean };

/** A check in a line, and below it what to do. */
export function formatCheck({ state, message, hint, steps = [] }: Check, io: CliIo): string {
  return [
    `${mark(io, state)} ${printable(message)}`,
    ...(hint === undefined ? [] : [`  ${steps.length > 0 ? '' : 'What to do: '}${hint}`]),
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
  ].join('\n');
}

/** The webhooks, for people. */
export function reportRows(rows: readonly Row[], io: CliIo): void {
  if (rows.length === 0) return;
  const table = formatTable(
    io,
    ['id', 'made by', 'state', 'events', 'target'],
    rows.map(({ id, isOurs, enabled, events, targetUrl }) => [
      id,
      isOurs ? 'Carehooks' : 'others',
      enabled ? 'on' : 'off',
      String(events.length),
      targetUrl,
    ]),
  );
  writeLine(io.stdout, `\n${table}`);
}

/** Everything at once, for programs. */
export function reportJson(
  { id }: Platform,
  checks: readonly Check[],
  webhooks: readonly Row[],
  io: CliIo,
): void {
  writeJson(io, {
    platform: id,
    healthy: checks.every(({ state }) => state !== 'problem'),
    checks: checks.map(({ name, state, message, hint, steps }) => ({ name, state, message, hint, steps })),
    webhooks,
  });
}
