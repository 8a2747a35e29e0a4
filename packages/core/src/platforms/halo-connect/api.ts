import type { Api } from '../../api.ts';
import { type Connection, settingOf } from '../../connection.ts';
import { TriggerError } from '../../errors.ts';
import type { Exchange } from '../../http/exchange.ts';
import { asObject, asText, isJsonObject, type JsonObject } from '../../json.ts';
import { settings } from './settings.ts';

const hosts: Readonly<Record<string, string>> = {
  production: 'https://api.haloconnect.io',
  stage: 'https://api.stage.haloconnect.io',
};

/** Source: https://docs.haloconnect.io/halo-cloud/getting-started */
export const api: Api = {
  baseUrl(connection) {
    const environment = settingOf(connection, settings, 'environment');
    return hosts[environment] ?? settingOf(connection, settings, 'baseUrl');
  },

  authorize(connection): Record<string, string> {
    const key = connection['apiKey'] ?? '';
    return key === '' ? {} : { 'ocp-apim-subscription-key': key };
  },

  /** Who only receives webhooks has not said which environment they are of. */
  environment(connection) {
    if ((connection['apiKey'] ?? '') === '') return null;
    const environment = settingOf(connection, settings, 'environment');
    if (environment === 'production') return 'live';
    return environment === 'stage' ? 'test' : null;
  },

  *test(connection): Exchange<{ label: string }> {
    const answer = yield { path: sitePath(siteOf(connection)) };
    const site = asObject(answer.body);
    if (asText(site['id']) === null) throw new TriggerError('api-answer-unexpected');
    const label = asText(site['name']) ?? 'Halo Connect';
    return { label: api.environment(connection) === 'test' ? `${label} (stage)` : label };
  },
};

/** The site that the connection is for. */
export function siteOf(connection: Connection): string {
  return (connection['siteId'] ?? '').trim();
}

export function sitePath(siteId: string): string[] {
  return ['integrator', 'sites', siteId];
}

/** The registered queries of the connection's site; without a site there are none to ask for. */
export function* listRegisteredQueries(connection: Connection): Exchange<JsonObject[]> {
  const siteId = siteOf(connection);
  if (siteId === '') return [];
  const answer = yield { path: [...sitePath(siteId), 'queries', 'registered'] };
  const rows = asObject(answer.body)['registeredQueries'];
  if (!Array.isArray(rows)) throw new TriggerError('api-answer-unexpected');
  return rows.filter(isJsonObject);
}
