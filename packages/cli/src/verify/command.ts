import type { Platform, VerifyOptions } from '@carehooks/core';
import { explainDelivery, type Explanation } from '@carehooks/core/explain';
import { Command, InvalidArgumentError } from 'commander';
import { readConnection } from '../account/variables.ts';
import { findPlatform, parseTarget, parseWhole, platformArgument } from '../arguments.ts';
import { clock } from '../clock.ts';
import { CliError, Exit, exitCodes } from '../exit.ts';
import { readInput } from '../input.ts';
import type { CliIo } from '../io.ts';
import { writeJson } from '../output/stream.ts';
import { remark } from './capture.ts';
import { hasWindow, toDelivery } from './delivery.ts';
import { readCapture } from './read-capture.ts';
import { report } from './report.ts';
import { collectSecrets, type SecretOptions } from './secrets.ts';
import { toTime } from './time.ts';

interface VerifyCommandOptions extends SecretOptions {
  readonly header?: string;
  readonly window?: number;
  readonly at?: number;
  readonly json?: boolean;
}

/** Longer than any delivery may be under way: ten years. */
const longestWindow = 315_360_000;

/** `carehooks verify`: why is a captured request authentic, or why is it not? */
export function verifyCommand(io: CliIo): Command {
  return new Command('verify')
    .description('Explain whether a captured request is authentic, and why')
    .addArgument(platformArgument())
    .requiredOption('--request <file>', 'the request, raw or as JSON; - reads it from stdin')
    .option(
      '--secret <secret>',
      'webhook secret; CAREHOOKS_SECRET is safer, since others may see a command line',
    )
    .option('--secret-file <file>', 'file with the webhook secret')
    .option(
      '--target <url>',
      'URL of a webhook that Carehooks made: its secret follows from the account',
      parseTarget,
    )
    .option('--header <name>', 'look for the signature in this header only', parseHeader)
    .option('--window <seconds>', 'replay window; 0 switches it off', parseWhole(0, longestWindow))
    .option('--at <time>', 'when it was received, e.g. 2026-01-15T09:30:00Z', parseTime)
    .option('--json', 'print the explanation as JSON')
    .addHelpText('after', help)
    .action((id: string, options: VerifyCommandOptions) => check(findPlatform(id), options, io));
}

const help = `
Environment variables:
  CAREHOOKS_SECRET           webhook secret; for Basic authentication user:password
  CAREHOOKS_PREVIOUS_SECRET  the secret before it

The request is raw HTTP, such as the output of curl -v, or JSON: an entry of a HAR file, a raw request of Zapier,
an item of n8n's Webhook node, or an object with method, url, headers and body.`;

async function check(platform: Platform, options: VerifyCommandOptions, io: CliIo): Promise<void> {
  const verification = verificationOf(platform, options, io);
  const capture = readCapture(await readInput(options.request, io));
  const secrets = await collectSecrets(options, platform, io);
  const times = { at: options.at, now: clock.now() };
  const { delivery, remarks } = toDelivery(capture, platform, times);
  const explained = explainDelivery(delivery, { platform, secrets, verification });
  const explanation = {
    ...explained,
    lines: [...remarks, ...explained.lines, ...derivationNotes(explained, platform, options)],
  };
  if (options.json === true) writeJson(io, explanation);
  else report(explanation, io);
  if (!explanation.verified) throw new Exit(exitCodes.notGood);
}

/** @throws CliError for options that the platform's scheme has no use for */
function verificationOf(
  platform: Platform,
  { header, window }: VerifyCommandOptions,
  io: CliIo,
): VerifyOptions {
  if (header !== undefined && platform.signature.kind === 'basic') {
    throw new CliError(
      `${platform.name} signs nothing, so there is no header to look in.`,
      'Leave out --header.',
    );
  }
  if (window !== undefined && !hasWindow(platform)) {
    throw new CliError(`${platform.name} signs no time, so it has no replay window.`, 'Leave out --window.');
  }
  const key = platform.signingKey?.(readConnection(io, platform));
  return {
    ...(header === undefined ? {} : { header }),
    ...(window === undefined ? {} : { tolerance: window }),
    ...(key === undefined ? {} : { key }),
  };
}

/** Whoever lets Carehooks make the webhook has never seen its secret. */
function derivationNotes(
  { code }: Explanation,
  { subscription }: Platform,
  { target }: VerifyCommandOptions,
) {
  const mismatches = code === 'signature-mismatch' || code === 'credentials-mismatch';
  if (!mismatches || target !== undefined || subscription.mode !== 'api') return [];
  const text =
    'If Carehooks made the webhook, its secret is derived: give its URL with --target, and no secret.';
  return [remark('secret', text)];
}

function parseHeader(text: string): string {
  if (/^[\w!#$%&'*+.^`|~-]+$/.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError('Enter the name of a header, such as X-Signature.');
}

function parseTime(text: string): number {
  const time = toTime(text);
  if (time !== null) return time;
  throw new InvalidArgumentError('Enter a time with its zone, such as 2026-01-15T09:30:00Z.');
}
