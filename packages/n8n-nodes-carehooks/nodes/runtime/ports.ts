import type { Clock, Http, Log } from '@carehooks/core';
import { type IExecuteFunctions, sleep } from 'n8n-workflow';
import type { AnyContext } from './context.ts';
import { type FullResponse, httpBy, optionsOf } from './http.ts';
import type { Trigger } from './trigger.ts';

export const clock: Clock = { now: () => Date.now(), sleep };

/** Sends requests through n8n, which adds what the credential says and keeps to the instance's own network rules. */
export function httpThrough(context: AnyContext, { platform, apiCredential }: Trigger): Http {
  // n8n logs in again after a 401, but only one that it is let to see as an error.
  const ignoreHttpStatusErrors = platform.api.session === undefined || {
    ignore: true as const,
    except: [401],
  };
  return httpBy(async (request) => {
    const options = { ...optionsOf(request), ignoreHttpStatusErrors };
    const send = context.helpers.httpRequestWithAuthentication;
    return (await send.call(context as IExecuteFunctions, apiCredential, options)) as FullResponse;
  });
}

/** Names what could not be fetched, for those who run the server. */
export function logTo(context: IExecuteFunctions): Log {
  return ({ code, relation, status }) =>
    context.logger.warn('A related record could not be fetched', { code, relation, status });
}
