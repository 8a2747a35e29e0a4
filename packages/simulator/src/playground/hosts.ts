import { type JsonObject, type Platform, targetKey } from '@carehooks/core';
import type { ActiveNode, N8nHost } from '@carehooks/harness/n8n';
import type { ZapierApp } from '@carehooks/harness/zapier';

/** A request as it reached the playground's webhook. */
export interface ReceivedRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: string;
  readonly body: Uint8Array;
}

/** What a person set up in the playground, the same for both hosts. */
export interface HostSettings {
  readonly secret: string;
  readonly connection: Readonly<Record<string, string>>;
  readonly relations: readonly string[];
  readonly output: 'full' | 'minimal';
}

/** What a host made of a delivery. `note` says in a sentence why there is no item. */
export interface HostResult {
  readonly items: readonly JsonObject[];
  readonly note: string | null;
}

/** The answer that the platform gets at once, and what follows from it. */
export interface N8nReply {
  readonly status: number;
  readonly body: string;
  finish(): Promise<HostResult>;
}

const known = 'Nothing new: this event went out before.';

/** The built n8n node and the built Zapier app of one platform, each run as its host does. */
export class Hosts {
  readonly #platform: Platform;
  readonly #n8n: N8nHost;
  readonly #zapier: ZapierApp;
  readonly #url: string;

  /** @param url of the playground, which stands for the address of n8n */
  constructor(platform: Platform, n8n: N8nHost, zapier: ZapierApp, url: string) {
    this.#platform = platform;
    this.#n8n = n8n;
    this.#zapier = zapier;
    this.#url = url;
  }

  /** Where the platform delivers to. Zapier has an address of its own, which the playground takes to be the same. */
  get targetUrl(): string {
    return this.#node({ secret: '', connection: {}, relations: [], output: 'full' }).webhookUrl();
  }

  /** n8n answers before the execution works on the events; `finish` is that execution. */
  async receiveInN8n(request: ReceivedRequest, settings: HostSettings): Promise<N8nReply> {
    const node = this.#node(settings);
    const reply = await node.deliver(request);
    const body = reply.body.toString();
    return {
      status: reply.status,
      body,
      finish: async () => {
        if (!reply.started || reply.workflowData === undefined) {
          return { items: [], note: noteOf(reply.status, body) };
        }
        const run = await node.execute(reply.workflowData);
        const items = run.items.flat().map((item) => item.json as JsonObject);
        return { items, note: items.length === 0 ? known : null };
      },
    };
  }

  async receiveInZapier(request: ReceivedRequest, settings: HostSettings): Promise<HostResult> {
    const { secret, connection, relations, output } = settings;
    const setting = {
      authData: { ...connection, webhookSecret: secret, ...(await this.#logIn(connection)) },
      inputData: { expand: [...relations], output },
      subscribeData: { id: targetKey(this.targetUrl) },
    };
    const delivery = { ...request, headers: { ...request.headers }, querystring: request.query };
    const run = await this.#zapier.hook('any_event', setting, delivery);
    if (run.status !== 'success') return { items: [], note: run.message };
    const items = run.items as JsonObject[];
    return { items, note: items.length === 0 ? known : null };
  }

  async close(): Promise<void> {
    await this.#zapier.close();
  }

  /** Always the same workflow, so that it remembers the deliveries before. */
  #node({ secret, connection, relations, output }: HostSettings): ActiveNode {
    const { id } = this.#platform;
    const name = camelCase(id);
    const credentials = { [`${name}WebhookApi`]: { secret }, [`${name}Api`]: { ...connection } };
    const usable = Object.entries(credentials).filter(([type]) => this.#n8n.package.credentials.has(type));
    return this.#n8n.activateNode({
      node: `${name}Trigger`,
      baseUrl: this.#url,
      workflowId: `playground-${id}`,
      nodeId: `trigger-${id}`,
      webhookId: id,
      parameters: { events: ['*'], expand: [...relations], output, options: {} },
      credentials: Object.fromEntries(usable),
    });
  }

  /** What Zapier keeps with a connection that has to log in. */
  async #logIn(authData: Readonly<Record<string, string>>): Promise<object> {
    if (this.#platform.api.session === undefined) return {};
    return (await this.#zapier.call('authentication.sessionConfig.perform', { authData })) as object;
  }
}

function noteOf(status: number, body: string): string {
  if (status < 300) return 'Not wanted: no workflow is started.';
  const message = /"message":\s*"([^"]*)"/.exec(body)?.[1];
  return `${message ?? 'The delivery is not taken'} [HTTP ${status}]`;
}

/** `eka-care` becomes `ekaCare`, as n8n's names are written. */
function camelCase(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
