import type { Api } from '../../api.ts';
import { type Connection, settingOf } from '../../connection.ts';
import { TriggerError } from '../../errors.ts';
import type { Exchange } from '../../http/exchange.ts';
import { asObject, asText, isJsonObject, type JsonObject } from '../../json.ts';
import { readSessionToken, type Session } from '../../session.ts';
import { settings } from './settings.ts';

/** The stage address is that of the API reference; an SDK of Eka Care names api-dev.eka.care, which custom can hold. */
const hosts: Readonly<Record<string, string>> = {
  production: 'https://api.eka.care',
  stage: 'https://api.dev.eka.care',
};

/** Seconds, where a login does not say: what Eka Care's own clients assume. */
const usualLifetime = 1_800;

/** https://developer.eka.care/api-reference/authorization/client-login */
const session: Session = {
  *login(connection, now) {
    const { clientId = '', clientSecret = '', sharingSecret = '' } = connection;
    const sharing: JsonObject = sharingSecret === '' ? {} : { sharing_key: sharingSecret };
    const answer = yield {
      method: 'POST',
      path: ['connect-auth', 'v1', 'account', 'login'],
      json: { client_id: clientId, client_secret: clientSecret, ...sharing },
      repeatable: true,
    };
    return readSessionToken(answer, usualLifetime, now);
  },
};

/** Source: https://developer.eka.care/api-reference/authorization/getting-started */
export const api = {
  baseUrl(connection: Connection): string {
    const environment = settingOf(connection, settings, 'environment');
    return hosts[environment] ?? settingOf(connection, settings, 'baseUrl');
  },

  /** The header is `Authorization` on some pages of the API reference and `auth` on others. */
  authorize(connection: Connection): Record<string, string> {
    const { clientId = '', accessToken = '' } = connection;
    const client: Record<string, string> = clientId === '' ? {} : { 'client-id': clientId };
    if (accessToken === '') return client;
    const also = settingOf(connection, settings, 'sendAuthHeader') === 'yes';
    return { ...client, authorization: `Bearer ${accessToken}`, ...(also ? { auth: accessToken } : {}) };
  },

  session,

  environment: environmentOf,

  *test(connection: Connection): Exchange<{ label: string }> {
    const { business } = yield* readEntities();
    const name = asText(asObject(business)['name']) ?? 'Eka Care';
    return { label: environmentOf(connection) === 'test' ? `${name} (stage)` : name };
  },
} satisfies Api;

function environmentOf(connection: Connection): 'test' | 'live' | null {
  const environment = settingOf(connection, settings, 'environment');
  if (environment === 'production') return 'live';
  return environment === 'stage' ? 'test' : null;
}

/** Clinics, doctors and the business: https://developer.eka.care/api-reference/doc-tool */
export function* readEntities(): Exchange<JsonObject> {
  const answer = yield { path: ['dr', 'v1', 'business', 'entities'] };
  const { data } = asObject(answer.body);
  if (!isJsonObject(data)) throw new TriggerError('api-answer-unexpected', { status: answer.status });
  return data;
}
