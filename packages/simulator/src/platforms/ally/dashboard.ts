import { type Context, Hono } from 'hono';
import { z } from 'zod/v4';
import { check, readInput } from '../../http/input.ts';
import { answerProblem } from '../../http/problem.ts';
import { Refusal } from '../../refusal.ts';
import { answerFiring } from '../answer-firing.ts';
import {
  cancelAppointment,
  type Change,
  completeAppointment,
  editAppointment,
  scheduleAppointment,
} from './appointments.ts';
import { cancellation, completion, edit, schedule } from './input.ts';
import type { AllyParts } from './parts.ts';
import { type AllyData, type Mode, modes } from './records.ts';
import { newWebhook } from './webhooks.ts';

/** What people do in Ally's dashboard, as JSON: https://docs.allyhealth.co.uk/docs/webhooks */
export function dashboardRoutes(parts: AllyParts): Hono {
  const routes = new Hono();
  routes.onError(answerProblem);
  addWebhooks(routes, parts);
  addEventsTab(routes, parts);
  addAppointments(routes, parts);
  routes.all('*', (c) => c.json({ message: 'Not found' }, 404));
  return routes;
}

function addWebhooks(routes: Hono, { webhooks, clock }: AllyParts): void {
  routes.get('/webhooks', (c) => c.json(webhooks.list()));
  routes.post('/webhooks', async (c) =>
    c.json(webhooks.create(await readInput(c, newWebhook), clock.now()), 201),
  );
  routes.get('/webhooks/:id', (c) => c.json(webhooks.get(c.req.param('id'))));
  routes.delete('/webhooks/:id', (c) => {
    webhooks.remove(c.req.param('id'));
    return c.body(null, 204);
  });
}

/** What a webhook was sent, and what it answered. */
function addEventsTab(routes: Hono, { webhooks, deliveries }: AllyParts): void {
  routes.get('/webhooks/:id/events', (c) => {
    const { id } = webhooks.get(c.req.param('id'));
    return c.json(deliveries.list({ webhookId: id }));
  });
  routes.post('/webhooks/:id/events/:deliveryId/resend', (c) => {
    const { id } = webhooks.get(c.req.param('id'));
    const sent = deliveries.list({ webhookId: id }).find((one) => one.id === c.req.param('deliveryId'));
    if (sent === undefined) {
      throw new Refusal(
        `Webhook ${id} was not sent that: GET /ally/dashboard/webhooks/${id}/events lists all.`,
        404,
      );
    }
    return answerFiring(c, deliveries.resend(sent.id));
  });
}

function addAppointments(routes: Hono, parts: AllyParts): void {
  const { data, change, clock } = parts;
  const act = async <Schema extends z.ZodType>(
    c: Context,
    schema: Schema,
    action: (records: AllyData, id: string, input: z.output<Schema>, now: number) => Change,
  ) => {
    const input = await readInput(c, schema);
    const id = c.req.param('id') ?? '';
    return c.json(change(modeOf(c), (records) => action(records, id, input, clock.now())).appointment);
  };
  routes.get('/appointments', (c) => c.json(data[modeOf(c)].appointments.list()));
  routes.patch('/appointments/:id', (c) => act(c, edit, editAppointment));
  routes.post('/appointments/:id/complete', (c) => act(c, completion, completeAppointment));
  routes.post('/appointments/:id/schedule', (c) =>
    act(c, schedule, (records, id, { windowId }, now) => scheduleAppointment(records, id, windowId, now)),
  );
  routes.post('/appointments/:id/cancel', (c) =>
    act(c, cancellation, (records, id, reason, now) => cancelAppointment(records, id, reason, now, true)),
  );
}

const modeQuery = z.object({ mode: z.enum(modes).default('test') });

function modeOf(c: Context): Mode {
  return check({ mode: c.req.query('mode') }, modeQuery).mode;
}
