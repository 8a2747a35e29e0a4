import { type Context, Hono } from 'hono';
import { z } from 'zod/v4';
import { readInput } from '../../http/input.ts';
import { Refusal } from '../../refusal.ts';
import { answerLoginError } from './answers.ts';
import type { EkaCareParts } from './parts.ts';

const loginInput = z.looseObject({
  client_id: z.string(),
  client_secret: z.string(),
  sharing_key: z.string().optional(),
});

const refreshInput = z.looseObject({ refresh_token: z.string(), access_token: z.string().optional() });

/** Seconds. */
const refreshLifetime = 86_400;

/** https://developer.eka.care/api-reference/authorization/client-login */
export function loginRoutes(parts: EkaCareParts): Hono {
  const routes = new Hono();
  const { settings, tokens } = parts;
  routes.onError((error, c) =>
    answerLoginError(c, error instanceof Refusal ? error.status : 500, error.message),
  );
  routes.post('/login', async (c) => {
    const { clientId, clientSecret, sharingKey } = settings.current.login;
    const input = await readInput(c, loginInput);
    const known = input.client_id === clientId && input.client_secret === clientSecret;
    const shared = input.sharing_key === undefined || input.sharing_key === sharingKey;
    return known && shared ? answerToken(c, parts) : answerLoginError(c, 401, 'Invalid client credentials');
  });
  routes.post('/refresh-token', async (c) => {
    const { refresh_token, access_token } = await readInput(c, refreshInput);
    const current = access_token ?? bearerOf(c);
    const known = c.req.header('client-id') === settings.current.login.clientId;
    if (known && tokens.redeem(current, refresh_token)) return answerToken(c, parts);
    return answerLoginError(c, 401, 'Invalid refresh token');
  });
  return routes;
}

export function bearerOf(c: Context): string {
  return /^Bearer +(?<token>\S+)$/i.exec(c.req.header('authorization') ?? '')?.groups?.['token'] ?? '';
}

function answerToken(c: Context, { settings, tokens, clock }: EkaCareParts): Response {
  const { tokenLifetime, tellLifetime } = settings.current.login;
  const { id, refreshToken } = tokens.issue(tokenLifetime, clock.now());
  return c.json({
    access_token: id,
    ...(tellLifetime ? { expires_in: tokenLifetime } : {}),
    refresh_token: refreshToken,
    refresh_expires_in: refreshLifetime,
  });
}
