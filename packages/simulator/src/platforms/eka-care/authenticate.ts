import type { Context, MiddlewareHandler } from 'hono';
import { answerError, answerGatewayError, answerLoginError } from './answers.ts';
import { bearerOf } from './login.ts';
import type { EkaCareParts } from './parts.ts';

/** Lets calls with a valid token through. */
export function authenticated(parts: EkaCareParts): MiddlewareHandler {
  const { settings, tokens, clock } = parts;
  return async (c, next) => {
    const { api, login } = settings.current;
    // Eka Care's own SDK sends it with every call.
    if (c.req.header('client-id') !== login.clientId) {
      return answerGatewayError(c, 403, 'Forbidden');
    }
    const token = api.tokenHeader === 'auth' ? (c.req.header('auth') ?? '') : bearerOf(c);
    const state = tokens.stateOf(token, clock.now());
    if (state === 'expired') return answerLoginError(c, 401, 'Token expired');
    return state === 'valid' ? next() : refuse(c);
  };
}

function refuse(c: Context): Response {
  return c.req.path.includes('/notification/')
    ? answerError(c, 401, 'INVALID_REQUEST', 'Unauthorized request')
    : answerGatewayError(c, 401, 'Unauthorized');
}
