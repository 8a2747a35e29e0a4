import type { Connection, Platform } from '@carehooks/core';
import type { IAuthenticate, IHttpRequestOptions } from 'n8n-workflow';

/** How n8n authorises a request with a credential, in the platform's own words. */
export function authorizeWith(platform: Platform): IAuthenticate {
  return async (credentials, options) => ({
    ...options,
    headers: { ...options.headers, ...platform.api.authorize(credentials as Connection) },
    abortSignal: limitWhole(options),
  });
}

/**
 * n8n's time limit starts anew with every byte of the answer, so it is made one for the whole call. This is the place
 * for it: n8n puts its own signal (the execution was stopped) in place of the one that the node gave.
 */
function limitWhole({ abortSignal, timeout }: IHttpRequestOptions): IHttpRequestOptions['abortSignal'] {
  if (timeout === undefined) return abortSignal;
  const limit = AbortSignal.timeout(timeout);
  return abortSignal instanceof AbortSignal ? AbortSignal.any([abortSignal, limit]) : limit;
}
