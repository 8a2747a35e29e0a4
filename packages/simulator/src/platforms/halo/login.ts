import { type Context, Hono } from 'hono';
import type { HaloParts } from './parts.ts';

/** Token endpoint of client credentials (RFC 6749, 4.4), below `/halo/auth`. */
export function loginRoutes({ settings, tokens, clock }: HaloParts): Hono {
  const routes = new Hono();
  routes.post('/token', async (c) => {
    const { clientId, clientSecret, tenant, tokenLifetime } = settings.current.login;
    const type = c.req.header('content-type') ?? '';
    if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return refuse(c, 'invalid_request');
    const form = new URLSearchParams(await c.req.text());
    if (tenant !== '' && c.req.query('tenant') !== tenant) return refuse(c, 'invalid_tenant');
    if (form.get('grant_type') !== 'client_credentials') return refuse(c, 'unsupported_grant_type');
    if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret) {
      return refuse(c, 'invalid_client');
    }
    const scope = form.get('scope') ?? '';
    if (scope === '') return refuse(c, 'invalid_scope');
    const accessToken = tokens.issue(tokenLifetime, clock.now());
    return c.json({ access_token: accessToken, token_type: 'Bearer', expires_in: tokenLifetime, scope });
  });
  return routes;
}

function refuse(c: Context, error: string): Response {
  return c.json({ error }, 400);
}

/** `GET /api/authinfo`, which everyone may ask. */
export function answerAuthInfo(c: Context, { settings }: HaloParts): Response {
  const { authInfo, tenant } = settings.current.login;
  if (authInfo === 'off') return c.text('Not Found', 404);
  const here = new URL('/halo/auth', c.req.url).href;
  const url = authInfo === 'here' ? here : 'https://auth.halo.example.com/auth';
  return c.json({ auth_url: url, tenant_id: tenant, is_hosted: tenant !== '' });
}
