import { workflowModule } from './runtime.ts';

/** An error that n8n answers with its own status instead of 500. */
export class HttpError extends Error {
  readonly status: number;
  readonly code: number;
  readonly hint: string | undefined;

  constructor(
    status: number,
    message: string,
    { code = status, hint }: { code?: number; hint?: string } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.hint = hint;
  }
}

/** Status and JSON body with which n8n answers a delivery that ended in `error`. */
export function errorReply(error: Error): { status: number; body: Record<string, unknown> } {
  if (error instanceof HttpError) {
    const { status, code, message, hint } = error;
    return { status, body: { code, message, ...(hint && { hint }) } };
  }
  const status = error instanceof workflowModule.UserError ? 400 : 500;
  return { status, body: { code: 0, message: error.message } };
}
