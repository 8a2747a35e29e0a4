import { hintFor, type JsonObject, messageFor, type Platform } from '@carehooks/core';
import type { ActiveNode, N8nHost } from '@carehooks/harness/n8n';
import { type HostOutcome, isErrorCode, outcomeOf, type Problem, readProblem } from './outcome.ts';
import type { ReceivedRequest } from './received-request.ts';
import type { TriggerSetting } from './trigger-setting.ts';

/** The answer that the platform gets at once, and what follows from it. */
export interface N8nReply {
  readonly status: number;
  readonly body: string;
  /** The execution that the answer leaves to be done. */
  finish(): Promise<HostOutcome>;
}

/** The built n8n node of one platform, run as n8n does. */
export class N8nSide {
  readonly #platform: Platform;
  readonly #host: N8nHost;
  readonly #url: string;
  /** By setting, so that each keeps its login. */
  readonly #nodes = new Map<string, ActiveNode>();
  #workflows = 1;

  /** @param url of the playground, which stands for the address of n8n */
  constructor(platform: Platform, host: N8nHost, url: string) {
    this.#platform = platform;
    this.#host = host;
    this.#url = url;
  }

  get targetUrl(): string {
    const setting = { secret: '', connection: {}, relations: [], output: 'full', onFailure: 'keep' } as const;
    return this.#activate(setting).webhookUrl();
  }

  async receive(request: ReceivedRequest, setting: TriggerSetting): Promise<N8nReply> {
    const node = this.#nodeFor(setting);
    const { status, body, workflowData } = await node.deliver(request);
    const text = body.toString();
    const finish = async () =>
      workflowData === undefined ? withoutExecution(status, text) : execute(node, workflowData);
    return { status, body: text, finish };
  }

  /** Takes another workflow, which remembers nothing. */
  forget(): void {
    this.#workflows += 1;
    this.#nodes.clear();
  }

  #nodeFor(setting: TriggerSetting): ActiveNode {
    const key = JSON.stringify(setting);
    const node = this.#nodes.get(key) ?? this.#activate(setting);
    this.#nodes.set(key, node);
    return node;
  }

  /** Always in the same workflow, so that it remembers the deliveries before. */
  #activate({ secret, connection, relations, output, onFailure }: TriggerSetting): ActiveNode {
    const { id } = this.#platform;
    const name = camelCase(id);
    const credentials = { [`${name}WebhookApi`]: { secret }, [`${name}Api`]: { ...connection } };
    const usable = Object.entries(credentials).filter(([type]) => this.#host.package.credentials.has(type));
    return this.#host.activateNode({
      node: `${name}Trigger`,
      baseUrl: this.#url,
      workflowId: `playground-${id}-${this.#workflows}`,
      nodeId: `trigger-${id}`,
      webhookId: id,
      parameters: { events: ['*'], expand: [...relations], output, options: { onFailure } },
      credentials: Object.fromEntries(usable),
    });
  }
}

async function execute(node: ActiveNode, input: Parameters<ActiveNode['execute']>[0]): Promise<HostOutcome> {
  try {
    const run = await node.execute(input);
    const items = run.items.flat().map((item) => item.json as JsonObject);
    return outcomeOf(items, 'This event went out before, so the execution ends at the trigger.');
  } catch (error) {
    const { message, description } = error as { readonly message: string; readonly description?: string };
    return { kind: 'failed', problem: readProblem(`${message}. ${description ?? ''}`) };
  }
}

function withoutExecution(status: number, answer: string): HostOutcome {
  if (status < 300) return { kind: 'empty', note: 'Nothing in it is wanted, so no execution starts.' };
  return { kind: 'rejected', problem: readRejection(status, answer) };
}

/** The node answers with its code; n8n itself answers with numbers. */
function readRejection(status: number, answer: string): Problem {
  const code = /"code":\s*"(?<code>[^"]*)"/.exec(answer)?.groups?.['code'];
  if (isErrorCode(code)) return { code, message: messageFor(code), hint: hintFor(code) };
  const message = /"message":\s*"(?<message>[^"]*)"/.exec(answer)?.groups?.['message'];
  return {
    code: null,
    message: `${message ?? 'The delivery is refused'} [HTTP ${status}]`,
    hint: 'n8n answers this by itself, before the node sees the delivery.',
  };
}

/** `eka-care` becomes `ekaCare`, as n8n's names are written. */
function camelCase(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
