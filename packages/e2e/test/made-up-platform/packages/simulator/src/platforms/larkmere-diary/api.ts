import { Hono } from 'hono';
import { z } from 'zod/v4';
import { readInput } from '../../http/input.ts';
import { answerProblem } from '../../http/problem.ts';
import { Refusal } from '../../refusal.ts';
import type { Hook } from './hooks.ts';
import type { LarkmereDiaryParts } from './parts.ts';

const hookFields = z.strictObject({
  events: z.array(z.string()).min(1),
  signing_key: z.string().min(32),
  paused: z.boolean(),
});

const newHook = hookFields.extend({
  url: z.url({ protocol: /^https?$/ }),
  paused: z.boolean().default(false),
});

/** https://developers.larkmere.example/api */
export function apiRoutes({ settings, hooks, practice }: LarkmereDiaryParts): Hono {
  const routes = new Hono();
  routes.onError(answerProblem);
  routes.use('*', async (c, next) => {
    if (c.req.header('larkmere-key') !== settings.current.api.key) throw new Refusal('Unknown key.', 401);
    await next();
  });
  routes.get('/practice', (c) => c.json({ id: 'prt_1', title: 'Sample Practice' }));
  routes.get('/clients/:id', (c) => {
    const client = practice.clients.get(c.req.param('id'));
    return client === undefined ? c.json({ message: 'Unknown client.' }, 404) : c.json({ client });
  });
  routes.get('/hooks', (c) => c.json({ hooks: hooks.list().map(toRow) }));
  routes.post('/hooks', async (c) => c.json(toRow(hooks.create(await readInput(c, newHook))), 201));
  routes.patch('/hooks/:id', async (c) => {
    const hook = hooks.find(c.req.param('id'));
    return c.json(toRow(hooks.update(hook, await readInput(c, hookFields.partial()))));
  });
  routes.delete('/hooks/:id', (c) => {
    hooks.remove(hooks.find(c.req.param('id')));
    return c.body(null, 204);
  });
  routes.all('*', (c) => c.json({ message: 'Unknown path.' }, 404));
  return routes;
}

function toRow({ id, url, events, paused }: Hook) {
  return { id, url, events, paused };
}
