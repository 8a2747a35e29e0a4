import type { Platform } from '../packages/core/src/index.ts';
import { table } from './tables.ts';

/** The tables of the docs that have a row for each platform, by the page and the name of their place in it. */
export function overviewTables(
  platforms: readonly Platform[],
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return {
    'signatures.md': { schemes: schemes(platforms) },
    'subscriptions.md': { subscriptions: subscriptions(platforms) },
  };
}

function schemes(platforms: readonly Platform[]): string {
  const rows = platforms.map(({ name, signature }) => [name, `\`${signature.kind}\``, ...proofOf(signature)]);
  return table(['platform', 'kind', 'what is signed', 'header', 'replay window'], rows);
}

function proofOf(scheme: Platform['signature']): string[] {
  if (scheme.kind === 'basic') return ['nothing', '`authorization`', ''];
  if (scheme.kind === 'discovery') return ['`{body}`', 'any', ''];
  const { content, signature, timestamp } = scheme;
  return [
    `\`${content}\``,
    `\`${signature.header}\``,
    timestamp === undefined ? '' : `${timestamp.tolerance} s`,
  ];
}

function subscriptions(platforms: readonly Platform[]): string {
  const rows = platforms.map(({ name, subscription }) => [
    name,
    subscription.mode === 'api' ? 'API' : 'manual',
    subscription.mode === 'manual' ? '' : subscription.manual === undefined ? 'no' : 'yes',
  ]);
  return table(['platform', 'mode', 'by hand as well'], rows);
}
