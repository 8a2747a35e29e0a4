import { derivedSecrets, type Platform, targetKey } from '@carehooks/core';
import type { LabelledSecret } from '@carehooks/core/explain';
import { readConnection, variableOf } from '../account/variables.ts';
import { CliError } from '../exit.ts';
import { readInput } from '../input.ts';
import type { CliIo } from '../io.ts';
import { readSecret } from '../secret.ts';

export interface SecretOptions {
  readonly request: string;
  readonly secret?: string;
  readonly secretFile?: string;
  readonly target?: string;
}

const labels = ['current', 'previous'] as const;

/**
 * What the delivery is checked against: a secret that is given, or the one that Carehooks derives for its own webhooks.
 *
 * @throws CliError without one
 */
export async function collectSecrets(
  options: SecretOptions,
  platform: Platform,
  io: CliIo,
): Promise<readonly LabelledSecret[]> {
  const { secret, secretFile, target } = options;
  if ([secret, secretFile, target].filter((one) => one !== undefined).length > 1) {
    throw new CliError('Several secrets are given.', 'Choose one of --secret, --secret-file and --target.');
  }
  const values = target === undefined ? await given(options, platform, io) : derived(target, platform, io);
  return values
    .map((value, index) => ({ label: labels[index] ?? '', value }))
    .filter(({ value }, index) => index === 0 || value !== '');
}

async function given(options: SecretOptions, platform: Platform, io: CliIo): Promise<string[]> {
  const { request, secret, secretFile } = options;
  const fromFile = secretFile === undefined ? undefined : await readSecretFile(secretFile, io);
  const option = secret ?? fromFile;
  const current = await readSecret(
    // Who pipes the request in cannot type.
    request === '-' ? { ...io, isInteractive: false } : io,
    {
      ...(option === undefined ? {} : { option }),
      variables: ['CAREHOOKS_SECRET', variableOf(platform, 'webhookSecret')],
      prompt: `Webhook secret of ${platform.name}:`,
    },
  );
  if (current === null) {
    throw new CliError(
      'There is no secret to check with.',
      'Set CAREHOOKS_SECRET, or name a file with --secret-file.',
    );
  }
  const previous = ['CAREHOOKS_PREVIOUS_SECRET', variableOf(platform, 'previousWebhookSecret')];
  return [current, previous.map((name) => io.env[name]).find((value) => value !== undefined) ?? ''];
}

/** Editors end a file with a line break, which is not of the secret. */
async function readSecretFile(path: string, io: CliIo): Promise<string> {
  const text = (await readInput(path, io)).toString('utf8');
  return text.replace(/\r?\n$/, '');
}

function derived(target: string, platform: Platform, io: CliIo): string[] {
  if (platform.subscription.mode !== 'api') {
    throw new CliError(
      `The secrets of ${platform.name} are not derived from an account.`,
      'Leave out --target, and give the secret of the webhook.',
    );
  }
  const values = derivedSecrets(platform, readConnection(io, platform), targetKey(target));
  if (values.length > 0) return values;
  throw new CliError(
    `The account at ${platform.name} is not known, from whose secret that of the webhook is derived.`,
    `Set ${variableOf(platform, 'clientSecret')}.`,
  );
}
