import { derivedSecrets, type Platform, targetKey } from '@carehooks/core';
import { readConnection, variableOf } from '../account/variables.ts';
import { CliError } from '../exit.ts';
import type { CliIo } from '../io.ts';
import { readSecret } from '../secret.ts';
import type { SendOptions } from './command.ts';

/**
 * What deliveries to the target are signed with. Where Carehooks makes the webhook, the secret follows from the account's,
 * as it does for the trigger.
 *
 * @throws CliError without one
 */
export async function signingSecret(
  options: SendOptions,
  platform: Platform,
  io: CliIo,
): Promise<string | null> {
  if (options.fault?.includes('unsigned') === true) return null;
  const variables = ['CAREHOOKS_SECRET', variableOf(platform, 'webhookSecret')];
  const isSet = variables.some((name) => (io.env[name] ?? '') !== '');
  const [derived] = derivedSecrets(platform, readConnection(io, platform), targetKey(options.to));
  const option = options.secret ?? (isSet ? undefined : derived);
  const secret = await readSecret(io, {
    ...(option === undefined ? {} : { option }),
    variables,
    prompt: `Webhook secret of ${platform.name}:`,
  });
  if (secret === null) {
    throw new CliError(
      'There is no webhook secret to sign with.',
      'Set CAREHOOKS_SECRET, or send without a signature with --fault unsigned.',
    );
  }
  if (platform.signature.kind === 'basic' && !secret.includes(':')) {
    throw new CliError(
      `${platform.name} proves its deliveries with a user name and a password.`,
      'Give both with a colon between them: user:password.',
    );
  }
  return secret;
}
