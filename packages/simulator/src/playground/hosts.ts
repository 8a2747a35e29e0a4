import type { JsonObject, Platform } from '@carehooks/core';
import type { N8nHost } from '@carehooks/harness/n8n';
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

/** The built n8n node and the built Zapier app of one platform, each run as its host does. */
export class Hosts {
  readonly #platform: Platform;
  readonly #n8n: N8nHost;
  readonly #zapier: ZapierApp;

  constructor(platform: Platform, n8n: N8nHost, zapier: ZapierApp) {
    this.#platform = platform;
    this.#n8n = n8n;
    this.#zapier = zapier;
  }

  /** n8n answers before the execution works on the events; `finish` is that execution. */
  async receiveInN8n(request: ReceivedRequest, settings: HostSettings): Promise<N8nReply> {
    const { id } = this.#platform;
    const { secret, connection } = settings;
    const node = this.#n8n.activateNode({
      node: `${camelCase(id)}Trigger`,
      // One workflow, so that it remembers the deliveries before.
      workflowId: `playground-${id}`,
      nodeId: `trigger-${id}`,
      parameters: { events: ['*'], expand: [...settings.relations], output: settings.output, options: {} },
      credentials: {
        [`${camelCase(id)}WebhookApi`]: { secret },
        [`${camelCase(id)}Api`]: { ...connection },
      },
    });
    const reply = await node.deliver(request);
    const body = reply.body.toString();
    return {
      status: reply.status,
      body,
      finish: async () => {
        if (!reply.started || reply.workflowData === undefined)
          return { items: [], note: noteOf(reply.status, body) };
        const run = await node.execute(reply.workflowData);
        const items = run.items.flat().map((item) => item.json as JsonObject);
        return { items, note: items.length === 0 ? 'Nothing new: this event went out before.' : null };
      },
    };
  }

  async receiveInZapier(request: ReceivedRequest, settings: HostSettings): Promise<HostResult> {
    const { secret, connection } = settings;
    const run = await this.#zapier.hook(
      'any_event',
      {
        authData: { ...connection, webhookSecret: secret },
        inputData: { expand: [...settings.relations], output: settings.output },
        zap: `playground-${this.#platform.id}`,
      },
      { ...request, headers: { ...request.headers }, querystring: request.query },
    );
    if (run.status !== 'success') return { items: [], note: run.message };
    const items = run.items as JsonObject[];
    return { items, note: items.length === 0 ? 'Nothing new: this event went out before.' : null };
  }

  async close(): Promise<void> {
    await this.#zapier.close();
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
