import { type Context, Hono } from 'hono';
import { z } from 'zod/v4';
import { faultNames, faults } from '../delivery/fault.ts';
import type { Fixtures } from '../fixtures.ts';
import { apiFaultRule } from '../api-faults/rule.ts';
import { readInput } from '../http/input.ts';
import { answerProblem } from '../http/problem.ts';
import { Refusal } from '../refusal.ts';
import { answerFiring } from './answer-firing.ts';
import type { DeliveryFilter } from './deliveries.ts';
import type { SimulatedPlatform } from './platform.ts';

/** `options` are the platform's to check; only what the route itself uses is known here. */
const fireRequest = z.looseObject({
  event: z.union([z.string(), z.array(z.string()).min(1)]),
  /** Answer only when every delivery has ended. */
  wait: z.boolean().optional(),
});

const resendRequest = z.strictObject({
  faults: z.array(z.enum(faultNames)).optional(),
  pace: z.enum(['in-turn', 'at-once']).optional(),
  wait: z.boolean().optional(),
});

const settingsPatch = z.record(z.string(), z.record(z.string(), z.unknown()));

/** What the simulator itself offers for every platform, below `/<id>/admin`; no real platform has it. */
export function adminRoutes(platform: SimulatedPlatform, fixtures: Fixtures): Hono {
  const routes = new Hono();
  routes.onError(answerProblem);
  routes.get('/', (c) => c.json(describePlatform(platform, fixtures)));
  routes.post('/reset', (c) => {
    platform.reset();
    return c.body(null, 204);
  });
  routes.post('/fire', async (c) => {
    const { event, wait, ...options } = await readInput(c, fireRequest);
    return answerFiring(c, platform.fire(event, options), wait);
  });
  routes.get('/settings', (c) => c.json(platform.settings.current));
  routes.patch('/settings', async (c) => c.json(platform.settings.update(await readInput(c, settingsPatch))));
  addDeliveries(routes, platform);
  addRequests(routes, platform);
  addApiFaults(routes, platform);
  routes.all('*', (c) =>
    c.json({ message: 'No such route: GET /<platform>/admin tells what there is.' }, 404),
  );
  return routes;
}

function describePlatform({ id, name, apiPath, events }: SimulatedPlatform, fixtures: Fixtures) {
  const described = faultNames.map((fault) => ({ name: fault, description: faults[fault].description }));
  return { id, name, apiPath, events, fixtures: fixtures.names(id), faults: described };
}

function addDeliveries(routes: Hono, { deliveries }: SimulatedPlatform): void {
  routes.get('/deliveries', (c) => c.json(deliveries.list(readFilter(c))));
  routes.delete('/deliveries', (c) => {
    deliveries.clear();
    return c.body(null, 204);
  });
  routes.get('/deliveries/:id', (c) => c.json(deliveries.get(c.req.param('id'))));
  routes.post('/deliveries/:id/resend', async (c) => {
    const { wait, ...options } = await readInput(c, resendRequest);
    return answerFiring(c, deliveries.resend(c.req.param('id'), options), wait);
  });
}

function readFilter(c: Context): DeliveryFilter {
  const state = z.enum(['pending', 'delivered', 'failed']).optional().safeParse(c.req.query('state'));
  if (!state.success) throw new Refusal('Correct the input. state: pending, delivered or failed');
  return { webhookId: c.req.query('webhookId'), event: c.req.query('event'), state: state.data };
}

function addRequests(routes: Hono, { requests }: SimulatedPlatform): void {
  routes.get('/requests', (c) =>
    c.json(requests.list({ method: c.req.query('method'), path: c.req.query('path') })),
  );
  routes.delete('/requests', (c) => {
    requests.clear();
    return c.body(null, 204);
  });
}

function addApiFaults(routes: Hono, { apiFaults }: SimulatedPlatform): void {
  routes.get('/api-faults', (c) => c.json(apiFaults.list()));
  routes.post('/api-faults', async (c) => c.json(apiFaults.add(await readInput(c, apiFaultRule)), 201));
  routes.delete('/api-faults', (c) => {
    apiFaults.clear();
    return c.body(null, 204);
  });
  routes.delete('/api-faults/:id', (c) => {
    const removed = apiFaults.remove(c.req.param('id'));
    if (!removed)
      throw new Refusal('There is no such fault: GET /<platform>/admin/api-faults lists them.', 404);
    return c.body(null, 204);
  });
}
