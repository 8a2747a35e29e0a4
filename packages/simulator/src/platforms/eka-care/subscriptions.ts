import { type Context, Hono } from 'hono';
import { z } from 'zod/v4';
import { readInput } from '../../http/input.ts';
import { Refusal } from '../../refusal.ts';
import { answerError } from './answers.ts';
import type { EkaCareParts } from './parts.ts';
import { eventTypes } from './webhooks.ts';

/** As the documentation words them; deliveries go out by HTTP alone. */
const protocols = ['http', 'https', 'SQS endpoint', 'Lambda function'] as const;

/** What is not documented is refused, so that a field by a wrong name is noticed. */
const registration = z.strictObject({
  endpoint: z.url({ protocol: /^https?$/ }),
  event_names: z.array(z.string().min(1)).default([...eventTypes]),
  signing_key: z.string().min(1).nullable().default(null),
  protocol: z.enum(protocols).default('https'),
});

const changes = z.strictObject({
  event_names: z.array(z.string().min(1)).optional(),
  signing_key: z.string().min(1).optional(),
});

/** https://developer.eka.care/api-reference/connect/webhooks/register-webhook */
export function subscriptionRoutes(parts: EkaCareParts): Hono {
  const { settings, webhooks, clock } = parts;
  const routes = new Hono();
  routes.onError((error, c) =>
    error instanceof Refusal
      ? answerError(c, error.status, 'INVALID_REQUEST', error.message)
      : answerError(c, 500, 'SERVER_ERROR', 'Internal Server Error'),
  );
  routes.get('/', (c) => c.json({ data: webhooks.list(), msg: 'success' }));
  routes.post('/', async (c) => {
    const { endpoint, event_names, signing_key, protocol } = await readInput(c, registration);
    const wanted = { endpoint, event_names, signing_key, protocol };
    const webhook = webhooks.register(wanted, settings.current.login.clientId, clock.now());
    if (webhook !== null) return c.json({ id: webhook.id, status: 'success' }, 201);
    return answerError(c, 400, 'INVALID_REQUEST', 'requested endpoint is already registered');
  });
  routes.patch('/:id', (c) => patch(c, parts));
  routes.delete('/:id', (c) => {
    if (webhooks.remove(c.req.param('id'))) {
      return c.json({ status: 'webhook deleted successfully', msg: 'success' });
    }
    return answerError(c, 404, 'INVALID_REQUEST', 'Webhook not found');
  });
  return routes;
}

/** What there was until March 2025: its reference changed the signing key only, its guide the events as well. */
async function patch(c: Context, { settings, webhooks, clock }: EkaCareParts): Promise<Response> {
  const { patch: mode } = settings.current.api;
  if (mode === 'not-found') return answerError(c, 404, 'INVALID_REQUEST', 'Not found');
  if (mode === 'not-allowed') return answerError(c, 405, 'INVALID_REQUEST', 'Method not allowed');
  const { event_names, signing_key } = await readInput(c, changes);
  const webhook = webhooks.get(c.req.param('id') ?? '');
  if (webhook === undefined) {
    return answerError(c, 400, 'INVALID_REQUEST', 'requested webhook is not registered');
  }
  const key = signing_key === undefined ? {} : { signing_key };
  const events = mode === 'key' || event_names === undefined ? {} : { event_names };
  webhooks.update(webhook, { ...key, ...events }, clock.now());
  return c.json({ status: 'webhook updated successfully', msg: 'success' });
}
