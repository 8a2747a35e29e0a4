import type { Connection, Platform, Setting } from '@carehooks/core';
import { CliError } from '../exit.ts';
import type { CliIo } from '../io.ts';
import { readSecret } from '../secret.ts';
import { neededSettings, readConnection, variableOf } from './variables.ts';

/** The account as the environment describes it; what is needed and not there, a person is asked for. */
export async function enterConnection(io: CliIo, platform: Platform): Promise<Connection> {
  const entered: Record<string, string | undefined> = { ...readConnection(io, platform) };
  if (!io.isInteractive) return entered;
  for (const { key, label } of missingSettings(platform, entered)) {
    const variables = [variableOf(platform, key)];
    entered[key] = (await readSecret(io, { variables, prompt: `${platform.name}, ${label}:` })) ?? undefined;
  }
  return entered;
}

export function missingSettings(platform: Platform, connection: Connection): readonly Setting[] {
  return neededSettings(platform).filter(({ key }) => (connection[key] ?? '') === '');
}

/**
 * The account, complete.
 *
 * @throws CliError that names the variables which are missing
 */
export async function requireConnection(io: CliIo, platform: Platform): Promise<Connection> {
  const connection = await enterConnection(io, platform);
  const missing = missingSettings(platform, connection);
  if (missing.length === 0) return connection;
  const variables = missing.map(({ key }) => variableOf(platform, key)).join(', ');
  throw new CliError(`The account at ${platform.name} is not known.`, `Set ${variables}.`);
}
