import { type Client, type Connection, parseBaseUrl, type Platform } from '@carehooks/core';
import type { ZObject } from 'zapier-platform-core';
import { clock } from './clock.ts';
import { createHttp } from './transport.ts';

/** Milliseconds for all requests of one call, with retries. Zapier ends a call after 30 seconds. */
export const callTimeLimit = 20_000;

/**
 * What the core needs to talk with the platform's API on behalf of a connection.
 *
 * @throws TriggerError `base-url-invalid`
 */
export function clientFor(z: ZObject, platform: Platform, connection: Connection): Client {
  return {
    base: parseBaseUrl(platform.api.baseUrl(connection)),
    http: createHttp(z, platform, connection),
    clock,
    deadline: clock.now() + callTimeLimit,
  };
}
