import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Platform } from '@carehooks/core';
import type { FaultName } from '../delivery/fault.ts';
import type { SimulatedPlatform } from '../platforms/platform.ts';
import { apiFaultChoices } from './api-fault-choices.ts';
import { assetRoutes } from './assets.ts';
import type { Board } from './board.ts';
import { card, cardUpdate } from './card.ts';
import { bodyField } from './form.ts';
import type { HostSettings } from './hosts.ts';
import { page } from './page.ts';
import type { Receiver } from './receiver.ts';

/** One platform in the playground: its description, its simulation, and the hosts that take its deliveries. */
export interface Stage {
  readonly platform: Platform;
  readonly simulated: SimulatedPlatform;
  readonly receiver: Receiver;
  /** Changed by the form each time that it fires. */
  settings: HostSettings;
  /** A recorded body of the event, telling of a change just now. */
  readonly bodyOf: (event: string) => string;
}

export function playgroundRoutes(stage: Stage, board: Board): Hono {
  const { platform } = stage;
  const routes = new Hono();
  routes.get('/', (c) => c.html(page(platform, stage.bodyOf(firstEvent(platform)), board.list())));
  routes.route('/playground/assets', assetRoutes());
  routes.get('/playground/feed', (c) => feed(c, board));
  routes.get(`/playground/${platform.id}/body`, (c) =>
    c.html(bodyField(stage.bodyOf(c.req.query('event') ?? firstEvent(platform)))),
  );
  routes.post(`/playground/${platform.id}/fire`, (c) => fire(c, stage));
  routes.all(`/playground/${platform.id}/hook`, (c) => receive(c, stage));
  return routes;
}

/** The event that the page starts with. */
export function firstEvent(platform: Platform): string {
  const completed = platform.events.find((event) => event.type.endsWith('.completed'));
  return (completed ?? platform.events[0])?.type ?? '';
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
