import { converse, type Platform, type Setting } from '@carehooks/core';
import type { Authentication, AuthField } from 'zapier-platform-core';
import { clientFor } from './client.ts';
import { connectionOf, hasApiAccess, webhookSecrets } from './connection.ts';
import { toAuthHelp } from './fields/help.ts';
import { settingField } from './fields/setting.ts';
import { createLogin, sessionFields } from './login.ts';
import { sealed, SettingsProblem } from './sealed.ts';

/**
 * The connection's form, made from the platform's settings, and its test. Without an API key there is nothing to
 * ask: a webhook secret alone is enough to receive webhooks.
 */
export function createAuthentication(platform: Platform): Authentication {
  const test = sealed(async (z, bundle) => {
    const connection = connectionOf(bundle, platform);
    if (hasApiAccess(platform, connection)) {
      return converse(platform.api.test(connection), clientFor(z, platform, connection));
    }
    if (webhookSecrets(connection).length > 0) return { label: `${platform.name} (webhooks only)` };
    throw new SettingsProblem('Nothing to connect with. Enter an API key, a webhook secret, or both.');
  });
  const fields = platform.settings.map((setting) => toAuthField(setting, platform));
  const { session } = platform.api;
  if (session === undefined) return { type: 'custom', fields, test, connectionLabel: '{{label}}' };
  return {
    type: 'session',
    fields: [...fields, ...sessionFields],
    sessionConfig: { perform: createLogin(platform, session) },
    test,
    connectionLabel: '{{label}}',
  };
}

function toAuthField(setting: Setting, platform: Platform): AuthField {
  return { key: setting.key, ...settingField(setting), helpText: toAuthHelp(setting, platform) };
}
