import type { Context } from 'hono';
import type { Firing } from './fire.ts';

/** 202 with what was queued, or 200 with how it ended. */
export async function answerFiring(c: Context, firing: Firing, wait = false): Promise<Response> {
  if (wait) return c.json({ deliveries: await firing.settled() });
  const { deliveries } = firing;
  if (deliveries.length > 0) return c.json({ deliveries }, 202);
  return c.json({ deliveries, note: 'No webhook wants this event: create one, or pass a target.' }, 202);
}
