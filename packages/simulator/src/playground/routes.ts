import { type Context, Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { html } from 'hono/html';
import { Refusal } from '../refusal.ts';
import { assetRoutes } from './assets/assets.ts';
import { deliveryUpdates, recordUpdates } from './updates.ts';
import { readFireRequest } from './fire-request.ts';
import type { Stage } from './stage.ts';
import { deliveriesPage } from './views/deliveries-page.ts';
import { bodyField, type FireFormParts, fixtureField } from './views/fire-form.ts';
import { type Html, layout, type LayoutParts } from './views/layout.ts';
import { fired, refused, wasReset } from './views/message.ts';
import { recordsPage } from './views/records-page.ts';
import { describeRetries } from './views/schedule.ts';

/** The playground's pages: two for each platform, the first platform at the root. */
export function playgroundRoutes(stages: readonly Stage[]): Hono {
  const routes = new Hono();
  const [first] = stages;
  routes.route('/playground/assets', assetRoutes());
  if (first !== undefined) routes.get('/', (c) => c.redirect(`/playground/${first.platform.id}`));
  for (const stage of stages) {
    routes.route(`/playground/${stage.platform.id}`, stageRoutes(stage, stages));
    routes.all(new URL(stage.targetUrl).pathname, (c) => receive(c, stage));
  }
  return routes;
}

function stageRoutes(stage: Stage, stages: readonly Stage[]): Hono {
  const routes = new Hono();
  const platforms = stages.map(({ platform }) => platform);
  const show = (c: Context, view: LayoutParts['view'], content: Html) =>
    c.html(layout({ platform: stage.platform, platforms, view, content }));
  // A web page elsewhere could send a form here without asking.
  routes.use(csrf());
  routes.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error;
    return c.html(refused(error.message), 422);
  });
  routes.get('/', (c) => show(c, 'deliveries', deliveries(stage)));
  routes.get('/feed', (c) => deliveryUpdates(c, stage));
  routes.get('/body', (c) => c.html(bodyFields(stage, c.req.query())));
  routes.post('/fire', async (c) => {
    stage.fire(readFireRequest(await c.req.formData()));
    return c.html(fired());
  });
  routes.post('/reset', (c) => {
    stage.reset();
    return c.html(wasReset());
  });
  routes.get('/records', (c) =>
    show(c, 'records', recordsPage(stage.simulated, stage.recordChanges.version)),
  );
  routes.get('/records/feed', (c) => recordUpdates(c, stage));
  return routes;
}

function deliveries(stage: Stage): Html {
  const schedule = describeRetries(stage.platform.name, stage.simulated.retry);
  return deliveriesPage(formParts(stage), stage.board, schedule);
}

function formParts(stage: Stage): FireFormParts {
  const { platform, simulated, simulation, bodies, firstEvent: event } = stage;
  return {
    platform,
    event,
    fixtures: bodies.names,
    body: bodies.laidOut(event),
    batches: simulated.batches === true,
    speed: simulation.clock.factor,
  };
}

/** The body that was chosen, by its event or by its own name. */
function bodyFields(stage: Stage, { event, fixture = '' }: Readonly<Record<string, string>>): Html {
  const name = event ?? fixture;
  const body = bodyField(stage.bodies.laidOut(name), true);
  return event === undefined
    ? body
    : html`${fixtureField(stage.platform.id, stage.bodies.names, name, true)} ${body}`;
}

async function receive(c: Context, stage: Stage): Promise<Response> {
  const { status, body } = await stage.receive({
    method: c.req.method,
    headers: c.req.header(),
    query: new URL(c.req.url).search.slice(1),
    body: new Uint8Array(await c.req.arrayBuffer()),
  });
  return new Response(body, { status });
}
