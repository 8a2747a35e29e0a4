import type { Context, MiddlewareHandler } from 'hono';
import type { HaloParts } from './parts.ts';

/** Lets calls with a valid token through. */
export function authenticated({ tokens, clock }: HaloParts): MiddlewareHandler {
  return async (c, next) => {
    const header = c.req.header('authorization') ?? '';
    const token = /^Bearer +(?<token>\S+)$/i.exec(header)?.groups?.['token'] ?? '';
    return tokens.isValid(token, clock.now()) ? next() : c.body(null, 401);
  };
}

/** Lets calls through whose agent has the permission. */
export function permitted({ settings }: HaloParts, permission: 'admin' | 'tickets'): MiddlewareHandler {
  return async (c, next) => (settings.current.permissions[permission] ? next() : forbid(c));
}

function forbid(c: Context): Response {
  return c.text('You do not have permission to do this.', 403);
}
