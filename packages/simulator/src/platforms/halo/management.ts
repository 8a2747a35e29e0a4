import type { JsonObject } from '@carehooks/core';
import { type Context, Hono } from 'hono';
import { z } from 'zod/v4';
import { readInput } from '../../http/input.ts';
import { Refusal } from '../../refusal.ts';
import type { HaloParts } from './parts.ts';
import type { HaloWebhook } from './webhooks.ts';

/** Field paths of what is wrong with a request, as in `{"[0].url": "…"}`. */
class FieldProblem extends Error {
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

/** Webhooks and notifications: every POST is a list, whose items with an id change and others create. */
export function managementRoutes(parts: HaloParts): Hono {
  const { webhooks, settings } = parts;
  const routes = new Hono();
  routes.onError((error, c) => {
    if (error instanceof FieldProblem) return c.json({ [`[0].${error.field}`]: error.message }, 400);
    if (error instanceof Refusal) return c.text(error.message, error.status);
    return c.text('An error has occurred.', 500);
  });
  const answer = (c: Context, record: JsonObject) =>
    c.json(settings.current.api.answers === 'array' ? [record] : record, 201);

  routes.get('/Webhook', (c) => {
    const type = c.req.query('type');
    const rows = webhooks.list().filter((row) => type === undefined || String(row.type) === type);
    return c.json(rows.map((row) => toRow(row, parts)));
  });
  routes.get('/Webhook/:id', (c) => {
    const webhook = webhooks.get(c.req.param('id'));
    return webhook === undefined ? c.text('Not Found', 404) : c.json(masked(webhook));
  });
  routes.post('/Webhook', async (c) => answer(c, masked(saveWebhook(await readItem(c), parts))));
  routes.delete('/Webhook/:id', (c) => {
    const webhook = webhooks.get(c.req.param('id'));
    if (webhook === undefined) return c.text('Not Found', 404);
    webhooks.remove(webhook, settings.current.api.cascade);
    return c.body(null, 204);
  });

  routes.get('/Notification', (c) => c.json(webhooks.notifications(c.req.query('webhook_id'))));
  routes.post('/Notification', async (c) => answer(c, saveNotification(await readItem(c), parts)));
  routes.delete('/Notification/:id', (c) =>
    webhooks.removeNotification(c.req.param('id')) ? c.body(null, 204) : c.text('Not Found', 404),
  );
  return routes;
}

/** HALO takes several at once; nobody sends them, so that more than one is refused here and not left out. */
const oneItem = z.tuple([z.record(z.string(), z.json())]);

async function readItem(c: Context): Promise<JsonObject> {
  const body = oneItem.safeParse(await readInput(c, z.unknown()));
  if (!body.success) throw new FieldProblem('id', 'Send a list with one object.');
  return body.data[0];
}

/** `events` is a view of the notifications: what is sent there is dropped without a word. */
function saveWebhook(item: JsonObject, { webhooks }: HaloParts): HaloWebhook {
  const { id, url } = item;
  const fields = Object.fromEntries(
    Object.entries(item).filter(([field]) => !['id', 'events'].includes(field)),
  );
  if (typeof id === 'string') {
    const existing = webhooks.get(id);
    if (existing === undefined) throw new FieldProblem('id', 'This webhook does not exist.');
    return webhooks.update(existing, fields);
  }
  if (typeof url !== 'string' || !URL.canParse(url)) throw new FieldProblem('url', 'Enter a payload URL.');
  return webhooks.create({ ...fields, url });
}

/** Other notifications tell agents by email and the like. */
const toWebhooks = { type: -2, delivery_method: 6 } as const;

function saveNotification(item: JsonObject, { webhooks }: HaloParts): JsonObject {
  const { webhook_id, eventno } = item;
  if (typeof webhook_id !== 'string' || webhooks.get(webhook_id) === undefined) {
    throw new FieldProblem('webhook_id', 'This webhook does not exist.');
  }
  if (item['type'] !== toWebhooks.type) throw new FieldProblem('type', 'Choose the type of webhooks.');
  if (item['delivery_method'] !== toWebhooks.delivery_method) {
    throw new FieldProblem('delivery_method', 'Choose delivery by webhook.');
  }
  if (typeof eventno !== 'number') throw new FieldProblem('eventno', 'Choose an event.');
  return webhooks.putNotification({ ...item, webhook_id, eventno });
}

function toRow(webhook: HaloWebhook, { settings }: HaloParts): JsonObject {
  const { url, ...row } = masked(webhook);
  return settings.current.api.listUrls ? { ...row, url } : row;
}

/** Passwords can be set and not be read. */
function masked(webhook: HaloWebhook): HaloWebhook {
  return { ...webhook, basic_password: webhook['basic_password'] === '' ? '' : '********' };
}
