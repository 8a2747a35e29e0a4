import { type Connection, converse, parseBaseUrl, type Platform, settingOf } from '@carehooks/core';
import { clientFor, logIn } from '../account/client.ts';
import { missingSettings } from '../account/open.ts';
import { variableOf } from '../account/variables.ts';
import { exitCodes } from '../exit.ts';
import { type Check, failure, ok, note, problem } from './check.ts';
import { examineWebhooks, type ExamineOptions } from './examine-webhooks.ts';

/**
 * Looks at an account from the settings to the last deliveries, one thing after the other, and stops where the next could
 * not be looked at. It changes nothing.
 */
export async function* examine(
  platform: Platform,
  entered: Connection,
  options: ExamineOptions,
): AsyncGenerator<Check, void, void> {
  const settings = examineSettings(platform, entered);
  yield settings;
  if (settings.state === 'problem') return;
  const access = settings.state === 'ok' ? yield* examineAccess(platform, entered) : entered;
  if (access !== null) yield* examineWebhooks(platform, access, options);
}

function examineSettings(platform: Platform, entered: Connection): Check {
  const missing = missingSettings(platform, entered);
  if (missing.length > 0) {
    const variables = missing.map(({ key }) => variableOf(platform, key)).join(', ');
    const labels = missing.map(({ label }) => label).join(', ');
    const isRequired = missing.some(({ required }) => required === true);
    if (!isRequired)
      return note('settings', `The API is not asked without ${labels}`, { hint: `Set ${variables}.` });
    return problem('settings', `Missing: ${labels}`, `Set ${variables}.`, exitCodes.usage);
  }
  const wrong = platform.settings.find(({ key, choices }) =>
    choices?.every(({ value }) => value !== settingOf(entered, platform.settings, key)),
  );
  if (wrong !== undefined) {
    const choices = (wrong.choices ?? []).map(({ value }) => value || 'nothing').join(', ');
    const hint = `Set ${variableOf(platform, wrong.key)} to one of: ${choices}.`;
    return problem('settings', `${wrong.label} is none of the choices`, hint, exitCodes.usage);
  }
  const set = platform.settings.filter(({ key }) => (entered[key] ?? '') !== '');
  return ok('settings', `Settings: ${set.map(({ label }) => label).join(', ')}`);
}

/** @returns the connection with its token, or null where the API could not be reached with it */
async function* examineAccess(
  platform: Platform,
  entered: Connection,
): AsyncGenerator<Check, Connection | null, void> {
  const { api, name } = platform;
  try {
    yield ok('base-url', `Base URL: ${parseBaseUrl(api.baseUrl(entered)).href}`);
  } catch (error) {
    yield failure('base-url', error);
    return null;
  }
  let connection: Connection;
  try {
    connection = await logIn(platform, entered);
    if (api.session !== undefined) yield ok('login', `Login: ${name} gave a token`);
  } catch (error) {
    yield failure('login', error);
    return null;
  }
  try {
    const { label } = await converse(api.test(connection), clientFor(platform, connection));
    yield ok('connection', `Account: ${label}`);
  } catch (error) {
    yield failure('connection', error);
    return null;
  }
  return connection;
}
