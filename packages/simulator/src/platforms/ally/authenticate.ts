import type { Context } from 'hono';
import { Refusal } from '../../refusal.ts';
import type { Mode } from './records.ts';
import type { AllySettings } from './settings.ts';

/**
 * The mode that the request's API key opens.
 *
 * @throws Refusal 401
 */
export function authenticate(c: Context, { keys, authorization }: AllySettings['api']): Mode {
  const header = c.req.header('authorization') ?? '';
  const bearer = /^Bearer +(?<key>\S+)$/i.exec(header)?.groups?.['key'];
  const accepted = {
    key: [header],
    bearer: [bearer],
    either: [header, bearer],
  }[authorization];
  const key = keys.find((one) => accepted.includes(one));
  if (key === undefined) throw new Refusal('Unauthorized', 401);
  return key.startsWith('live_') ? 'live' : 'test';
}
