import type { Context } from 'hono';
import { ApiProblem } from './problem.ts';
import type { Environment } from './records.ts';
import type { HaloConnectSettings } from './settings.ts';

const missingKey =
  'Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.';
const wrongKey =
  'Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.';

/**
 * The subscription key of a request that is let in.
 *
 * @throws ApiProblem 401 or 403
 */
export function authenticate(c: Context, environment: Environment, api: HaloConnectSettings['api']): string {
  if (api.access === 'ip-not-allowed') throw new ApiProblem(403, 'Caller Ip Not Allowed');
  const key = c.req.header('ocp-apim-subscription-key') ?? '';
  if (key === '') throw new ApiProblem(403, missingKey);
  if (!api.keys[environment].includes(key)) throw new ApiProblem(401, wrongKey);
  if (api.access === 'quota-used-up') throw new ApiProblem(403, 'Out of call volume quota.');
  return key;
}
