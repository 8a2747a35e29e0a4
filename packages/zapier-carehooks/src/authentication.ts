import { converse, parseBaseUrl, type Platform, type Setting } from '@carehooks/core';
import type { Authentication, AuthField } from 'zapier-platform-core';
import { clock } from './clock.ts';
import { connectionOf, hasApiAccess, webhookSecrets } from './connection.ts';
import { sealed, SettingsProblem } from './sealed.ts';
import { createHttp } from './transport.ts';

/** Milliseconds that the test of a connection may take, with retries. */
const deadline = 15_000;

/**
 * The connection's form, made from the platform's settings, and its test. Without an API key there is nothing to
 * ask: a webhook secret alone is enough to receive webhooks.
 */
export function createAuthentication(platform: Platform): Authentication {
  const test = sealed(async (z, bundle) => {
    const connection = connectionOf(bundle);
    if (hasApiAccess(platform, connection)) {
      return converse(platform.api.test(connection), {
        base: parseBaseUrl(platform.api.baseUrl(connection)),
        http: createHttp(z, platform, connection),
        clock,
        deadline: clock.now() + deadline,
      });
    }
    if (webhookSecrets(connection).length > 0) return { label: `${platform.name} (webhooks only)` };
    throw new SettingsProblem('Nothing to connect with. Enter an API key, a webhook secret, or both.');
  });
  return { type: 'custom', fields: platform.settings.map(toAuthField), test, connectionLabel: '{{label}}' };
}

function toAuthField({ key, label, help, type, choices, default: preset, required }: Setting): AuthField {
  return {
    key,
    label,
    type: type === 'secret' ? 'password' : 'string',
    required: required ?? false,
    helpText: help,
    ...(preset === undefined || preset === '' ? {} : { default: preset }),
    ...(choices === undefined ? {} : toDropdown(choices)),
  };
}

/** Zapier has no choice without a value: it is what an untouched dropdown means, so its label is the placeholder. */
function toDropdown(choices: NonNullable<Setting['choices']>): Pick<AuthField, 'choices' | 'placeholder'> {
  const untouched = choices.find(({ value }) => value === '');
  const others = choices.filter(({ value }) => value !== '');
  return {
    choices: Object.fromEntries(others.map(({ value, label }) => [value, label])),
    ...(untouched === undefined ? {} : { placeholder: untouched.label }),
  };
}
