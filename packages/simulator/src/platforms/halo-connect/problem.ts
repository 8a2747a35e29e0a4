import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Refusal } from '../../refusal.ts';

const statusTexts = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  410: 'Gone',
  429: 'Too Many Requests',
} as const;

/** What the API refuses, as it says so: https://docs.haloconnect.io/halo-cloud/troubleshooting */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: keyof typeof statusTexts;
  /** Seconds, for `Retry-After`. */
  readonly retryAfter: number | null;

  constructor(status: ApiProblem['status'], message: string, retryAfter: number | null = null) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** @param wrapped whether the error is below a key `error` */
export function answerApiProblem(error: Error, c: Context, wrapped: boolean): Response {
  const status = error instanceof ApiProblem ? error.status : error instanceof Refusal ? 400 : 500;
  const statusText = status === 500 ? 'Internal Server Error' : statusTexts[status];
  if (error instanceof ApiProblem && error.retryAfter !== null) {
    c.header('retry-after', String(error.retryAfter));
  }
  const body = { status, statusText, message: error.message };
  return c.json(wrapped ? { error: body } : body, status as ContentfulStatusCode);
}
