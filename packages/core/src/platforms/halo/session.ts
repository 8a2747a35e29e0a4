import { type Connection, settingOf } from '../../connection.ts';
import { TriggerError } from '../../errors.ts';
import type { ApiRequest, Exchange } from '../../http/exchange.ts';
import { asObject, asText } from '../../json.ts';
import { readSessionToken, type Session, type SessionToken } from '../../session.ts';
import { apiUrl, ownAuthUrl, segmentsOf } from './address.ts';
import { settings } from './settings.ts';

/** Where tokens are got, and for whom. */
interface AuthServer {
  readonly request: Pick<ApiRequest, 'path' | 'fromRoot'>;
  readonly tenant: string;
  /** Whether the platform names another host, to which no secret goes by itself. */
  readonly elsewhere: boolean;
}

/** Seconds that a token is good for, where its answer does not say so. */
const usualLifetime = 3_600;

/** OAuth2 client credentials: https://usehalo.com/guides/929 */
export const session: Session = {
  baseUrl: (connection) => ownAuthUrl(connection) ?? apiUrl(connection),

  *login(connection, now): Exchange<SessionToken> {
    const { request, tenant, elsewhere } = yield* findAuthServer(connection);
    const answer = yield {
      ...request,
      method: 'POST',
      repeatable: true,
      query: tenant === '' ? [] : [['tenant', tenant]],
      form: {
        grant_type: 'client_credentials',
        client_id: settingOf(connection, settings, 'clientId'),
        client_secret: settingOf(connection, settings, 'clientSecret'),
        scope: settingOf(connection, settings, 'scope'),
      },
      // A wrong client is told with 400 (RFC 6749, 5.2).
      expect: elsewhere ? [400, 401, 404, 405] : [400, 401],
    };
    if (answer.status === 404 || answer.status === 405) throw new TriggerError('login-elsewhere');
    if (answer.status >= 400) throw new TriggerError('api-unauthorized', { status: answer.status });
    return readSessionToken(answer, usualLifetime, now);
  },
};

/** `{url}/api/authinfo` tells tenant and address to everyone; where both are known it is not asked. */
function* findAuthServer(connection: Connection): Exchange<AuthServer> {
  const tenant = settingOf(connection, settings, 'tenant').trim();
  if (ownAuthUrl(connection) !== null) return { request: { path: ['token'] }, tenant, elsewhere: false };
  const usual = { fromRoot: true, path: [...segmentsOf(apiUrl(connection)).slice(0, -1), 'auth', 'token'] };
  if (tenant !== '') return { request: usual, tenant, elsewhere: false };
  const answer = yield { path: ['authinfo'], expect: [401, 403, 404] };
  const info = asObject(answer.body);
  const told = asText(info['auth_url']);
  const place = told === null ? 'untold' : placeOf(told, apiUrl(connection));
  return {
    request: place === 'here' && told !== null ? { fromRoot: true, path: tokenPath(told) } : usual,
    tenant: asText(info['tenant_id']) ?? '',
    elsewhere: place === 'elsewhere',
  };
}

function placeOf(told: string, baseUrl: string): 'here' | 'elsewhere' | 'untold' {
  if (!URL.canParse(told)) return 'untold';
  return new URL(told).host === new URL(baseUrl).host ? 'here' : 'elsewhere';
}

/** The path of the address with `token` at its end, which it may have already. */
function tokenPath(authUrl: string): string[] {
  const segments = segmentsOf(authUrl);
  return segments.at(-1) === 'token' ? segments : [...segments, 'token'];
}
