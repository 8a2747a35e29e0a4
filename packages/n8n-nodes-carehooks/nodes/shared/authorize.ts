import type { Connection, Platform } from '@carehooks/core';
import type { IAuthenticate } from 'n8n-workflow';

/** How n8n authorises a request with a credential, in the platform's own words. */
export function authorizeWith(platform: Platform): IAuthenticate {
  return async (credentials, options) => ({
    ...options,
    headers: { ...options.headers, ...platform.api.authorize(credentials as Connection) },
  });
}
