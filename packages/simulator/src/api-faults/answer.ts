import type { HttpBindings } from '@hono/node-server';
import type { Context, Next } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { wait } from '../clock.ts';
import type { ApiFault } from './rule.ts';

const loginPage =
  '<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in.</body></html>';

/** JSON that ends halfway. */
const beginning = '{"data":{"id":"';

/** Answers a request the way the fault says. */
export async function commitFault(
  fault: ApiFault,
  c: Context,
  next: Next,
  closing: AbortSignal,
): Promise<Response | undefined> {
  switch (fault.kind) {
    case 'slow':
      await wait(fault.milliseconds, closing);
      await next();
      return undefined;
    case 'throttled':
      if (fault.retryAfter !== null) c.header('retry-after', waitFor(fault.retryAfter, fault.form));
      return c.json({ message: fault.message }, 429);
    case 'status':
      if (fault.retryAfter !== null) c.header('retry-after', waitFor(fault.retryAfter, 'seconds'));
      return c.json({ message: fault.message }, fault.status as ContentfulStatusCode);
    case 'html':
      return c.html(loginPage);
    case 'empty':
      return c.body(null, 200);
    case 'text':
      return c.body(fault.body, 200, { 'content-type': fault.contentType });
    case 'mislabelled':
      await next();
      c.header('content-type', fault.contentType);
      return undefined;
    case 'malformed':
      return c.body(beginning, 200, { 'content-type': 'application/json' });
    case 'redirect':
      return c.redirect(fault.location, fault.status);
    case 'cut':
      return cutConnection(c);
    case 'lost':
      await next();
      c.res = cutConnection(c);
      return undefined;
    case 'silent':
      await over(c, closing);
      return cutConnection(c);
    case 'stalled':
      return c.body(stall(), 200, { 'content-type': 'application/json' });
  }
}

function waitFor(seconds: number, form: 'seconds' | 'date'): string {
  return form === 'seconds' ? String(seconds) : new Date(Date.now() + seconds * 1_000).toUTCString();
}

/** Ends when the caller has given up, or the simulator closes. */
function over(c: Context, closing: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const signal = AbortSignal.any([c.req.raw.signal, closing]);
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** What the caller gets a piece of and then waits for. */
function stall(): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from(beginning)) });
}

function cutConnection(c: Context): Response {
  (c.env as HttpBindings).incoming.socket.destroy();
  c.set('cut', true);
  // Nobody receives this any more, but Hono wants an answer.
  return c.body(null, 200);
}
