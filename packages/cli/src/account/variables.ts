import type { Connection, Platform, Setting } from '@carehooks/core';
import type { CliIo } from '../io.ts';

/** The environment variable of a platform's setting, e.g. `CAREHOOKS_EKA_CARE_CLIENT_ID`. */
export function variableOf({ id }: Pick<Platform, 'id'>, key: string): string {
  return `CAREHOOKS_${toUpperSnake(id)}_${toUpperSnake(key)}`;
}

function toUpperSnake(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/\W+/g, '_')
    .toUpperCase();
}

/** What the environment says about the account. A variable that is set to nothing counts as set. */
export function readConnection({ env }: Pick<CliIo, 'env'>, platform: Platform): Connection {
  const entries = platform.settings.map(({ key }) => [key, env[variableOf(platform, key)]] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Settings without which the API cannot be asked for anything: those required, or else those that give access. */
export function neededSettings({ settings, api }: Platform): readonly Setting[] {
  const required = settings.filter((setting) => setting.required === true);
  if (required.length > 0) return required;
  return settings.filter(({ key }) => Object.keys(api.authorize({ [key]: 'set' })).length > 0);
}

/** The variables of the platforms for the help of a command. */
export function describeVariables(platforms: readonly Platform[]): string {
  const lines = platforms.flatMap((platform) => [
    '',
    `Environment variables for ${platform.name}:`,
    ...alignColumns(platform.settings.map((setting) => [variableOf(platform, setting.key), noteOn(setting)])),
  ]);
  return lines.join('\n');
}

function noteOn({ label, required, default: preset, choices }: Setting): string {
  const values = choices === undefined ? [] : [choices.map(({ value }) => value || '""').join(', ')];
  const facts = [
    ...(required === true ? ['required'] : []),
    ...values,
    ...(preset === undefined || preset === '' ? [] : [`default ${preset}`]),
  ];
  return facts.length === 0 ? label : `${label} (${facts.join('; ')})`;
}

function alignColumns(rows: ReadonlyArray<readonly [string, string]>): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, note]) => `  ${name.padEnd(width)}  ${note}`);
}
