import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { FaultName } from '../delivery/fault.ts';
import { apiFaultChoices } from './api-fault-choices.ts';
import { assetRoutes } from './assets.ts';
import type { Board } from './board.ts';
import { card, cardUpdate } from './card.ts';
import { bodyField } from './form.ts';
import { page } from './page.ts';
import type { Stage } from './stage.ts';

/** The playground's pages: one for each platform, the first at the root. */
export function playgroundRoutes(stages: readonly Stage[]): Hono {
  const routes = new Hono();
  const [first] = stages;
  routes.route('/playground/assets', assetRoutes());
  if (first !== undefined) routes.get('/', (c) => c.redirect(`/playground/${first.platform.id}`));
  for (const stage of stages) addStage(routes, stage, stages);
  return routes;
}

function addStage(routes: Hono, stage: Stage, stages: readonly Stage[]): void {
  const path = `/playground/${stage.platform.id}`;
  const platforms = stages.map(({ platform }) => platform);
  routes.get(path, (c) =>
    c.html(page(stage.platform, platforms, stage.bodyOf(stage.firstEvent), stage.board.list())),
  );
  routes.get(`${path}/feed`, (c) => feed(c, stage.board));
  routes.get(`${path}/body`, (c) =>
    c.html(bodyField(stage.bodyOf(c.req.query('event') ?? stage.firstEvent))),
  );
  routes.post(`${path}/fire`, (c) => fire(c, stage));
  routes.all(new URL(stage.hosts.targetUrl).pathname, (c) => receive(c, stage));
}

async function fire(c: Context, stage: Stage): Promise<Response> {
  const form = await c.req.formData();
  const text = (name: string) => String(form.get(name) ?? '');
  const { simulated } = stage;
  stage.settings = {
    ...stage.settings,
    relations: form.getAll('expand').map(String),
    output: text('output') === 'minimal' ? 'minimal' : 'full',
  };
  simulated.apiFaults.clear();
  const apiFault = apiFaultChoices[text('apiFault')];
  if (apiFault !== undefined) simulated.apiFaults.add(apiFault.rule);
  const fault = text('fault');
  const body = simulated.account.renew(Buffer.from(text('body')), new Date());
  simulated.fire(text('event'), { body, faults: fault === '' ? [] : [fault as FaultName] });
  return c.body(null, 204);
}

async function receive(c: Context, stage: Stage): Promise<Response> {
  const request = {
    method: c.req.method,
    headers: c.req.header(),
    query: new URL(c.req.url).search.slice(1),
    body: new Uint8Array(await c.req.arrayBuffer()),
  };
  const reply = await stage.receiver.receive(request, stage.settings);
  return new Response(reply.body, { status: reply.status });
}

/** Sends every change of the board as HTML, which the page puts in place. */
function feed(c: Context, board: Board): Response {
  return streamSSE(c, async (stream) => {
    const stop = board.watch(({ entry, isNew }) => {
      const markup = isNew
        ? `<div hx-swap-oob="afterbegin:#deliveries">${String(card(entry))}</div>`
        : String(cardUpdate(entry));
      void stream.writeSSE({ event: 'update', data: markup });
    });
    await new Promise<void>((resolve) => stream.onAbort(resolve));
    stop();
  });
}
