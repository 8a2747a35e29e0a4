import { type Context, Hono } from 'hono';
import { z } from 'zod/v4';
import { check, readInput } from '../../http/input.ts';
import { answerProblem } from '../../http/problem.ts';
import { run } from './input.ts';
import type { HaloConnectParts } from './parts.ts';
import { environments } from './records.ts';
import { appointmentRows } from './seed.ts';
import { newWebhook } from './webhooks.ts';

const environmentName = z.enum(environments);

/** What Halo Connect's support does when asked, and what happens at practices; neither is in the API. */
export function supportRoutes({ webhooks, run: runQuery, finish }: HaloConnectParts): Hono {
  const routes = new Hono();
  routes.onError(answerProblem);
  const environmentOf = (c: Context) => check(c.req.param('environment'), environmentName);
  routes.get('/webhooks/:environment', (c) => {
    const { id, url, registeredUrl } = webhooks.get(environmentOf(c));
    return c.json({ id, url, registeredUrl });
  });
  routes.put('/webhooks/:environment', async (c) =>
    c.json(webhooks.set(environmentOf(c), await readInput(c, newWebhook))),
  );
  routes.delete('/webhooks/:environment', (c) => {
    webhooks.remove(environmentOf(c));
    return c.body(null, 204);
  });
  routes.post('/queries/:environment/registered/:id/run', async (c) => {
    const { result = appointmentRows(3) } = await readInput(c, run);
    return c.json({ changed: runQuery(environmentOf(c), c.req.param('id'), result) });
  });
  routes.post('/queries/:environment/async/:id/finish', async (c) => {
    const { result = appointmentRows(25) } = await readInput(c, run);
    finish(environmentOf(c), c.req.param('id'), result);
    return c.body(null, 204);
  });
  routes.all('*', (c) => c.json({ message: 'Not found' }, 404));
  return routes;
}
