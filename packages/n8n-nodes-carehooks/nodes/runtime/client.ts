import { type Client, type Connection, parseBaseUrl } from '@carehooks/core';
import type { TriggerContext } from './context.ts';
import { clock, httpThrough } from './ports.ts';
import type { Trigger } from './trigger.ts';

/** Milliseconds for all requests of one task of the editor, such as publishing. */
const timeLimit = 20_000;

/** The API for what happens outside an execution: publishing, unpublishing and filling drop-downs. */
export function clientFor(context: TriggerContext, trigger: Trigger, connection: Connection): Client {
  const base = parseBaseUrl(trigger.platform.api.baseUrl(connection));
  return { base, http: httpThrough(context, trigger), clock, deadline: clock.now() + timeLimit };
}
