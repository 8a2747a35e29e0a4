import { Hono } from 'hono';
import { authenticated, permitted } from './authenticate.ts';
import { webhookEvents } from './delivery-log.ts';
import { answerAuthInfo } from './login.ts';
import { managementRoutes } from './management.ts';
import type { HaloParts } from './parts.ts';
import { recordRoutes } from './record-routes.ts';

/** The REST API below `/halo/api`: https://usehalo.com/guides/929 */
export function apiRoutes(parts: HaloParts): Hono {
  const routes = new Hono();
  routes.get('/authinfo', (c) => answerAuthInfo(c, parts));
  routes.use('*', authenticated(parts));
  for (const path of ['/Webhook', '/Webhook/*', '/Notification', '/Notification/*', '/WebhookEvent']) {
    routes.use(path, permitted(parts, 'admin'));
  }
  for (const path of ['/Tickets', '/Tickets/*', '/Actions', '/Actions/*']) {
    routes.use(path, permitted(parts, 'tickets'));
  }
  routes.get('/WebhookEvent', (c) => c.json(webhookEvents(parts, c.req.query())));
  routes.route('/', managementRoutes(parts));
  routes.route('/', recordRoutes(parts));
  routes.all('*', (c) => c.text('Not Found', 404));
  return routes;
}
