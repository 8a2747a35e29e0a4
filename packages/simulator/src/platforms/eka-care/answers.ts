import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** The shapes in which the services of Eka Care tell an error. */

/** Webhooks and appointments. */
export function answerError(c: Context, status: ContentfulStatusCode, code: string, message: string) {
  return c.json({ error: { message, code } }, status);
}

/** The service of accounts and tokens. */
export function answerLoginError(c: Context, status: ContentfulStatusCode, error: string) {
  return c.json({ code: status, error }, status);
}

/** Clinics. */
export function answerFailure(c: Context, status: ContentfulStatusCode, code: string, message: string) {
  return c.json({ success: false, code, message }, status);
}

/** The gateway before all services. */
export function answerGatewayError(c: Context, status: ContentfulStatusCode, message: string) {
  return c.json({ message }, status);
}
