import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import type { Connection, JsonObject } from '@carehooks/core';
import { fixtureSecret } from '@carehooks/core/testing';
import type { ActiveNode, N8nHost } from '@carehooks/harness/n8n';
import { readProblem } from '../../src/playground/hosts/outcome.ts';
import { type Account, deliveryTo, type Seen, type User } from './user.ts';

/** Someone with the built node in a workflow. */
export class N8nUser implements User {
  readonly remembers = true;
  readonly #host: N8nHost;
  readonly #account: Account;
  readonly #ids = { workflowId: randomUUID(), nodeId: randomUUID(), webhookId: randomUUID() };
  #node: ActiveNode;

  constructor(host: N8nHost, account: Account) {
    this.#host = host;
    this.#account = account;
    this.#node = this.#activate(account.subject.event);
  }

  get targetUrl(): string {
    return this.#node.webhookUrl();
  }

  async receive(): Promise<Seen> {
    const { workflowData = [] } = await this.#node.deliver(deliveryTo(this.targetUrl, this.#account));
    return see(async () => {
      const { items } = await this.#node.execute(workflowData);
      return items.flat().map(({ json }) => json as JsonObject);
    });
  }

  async testConnection(): Promise<Seen> {
    const { connection } = this.#account;
    const { status, message } = await this.#host.testCredential(`${this.#name}Api`, plain(connection));
    if (status === 'OK') return { kind: 'done', items: [] };
    return { kind: 'failed', problem: readProblem(message), everything: message };
  }

  openList(name: string): Promise<Seen> {
    return see(async () =>
      (await this.#node.loadOptions(name)).map(({ name: label, value }) => ({ label, value }) as JsonObject),
    );
  }

  async publish(event: string): Promise<Seen> {
    this.#node = this.#activate(event);
    const seen = await see(async () => {
      if (!(await this.#node.hook('checkExists'))) await this.#node.hook('create');
      return [];
    });
    // n8n cleans up after a failure, however that ends.
    if (seen.kind === 'failed') await this.unpublish();
    return seen;
  }

  unpublish(): Promise<Seen> {
    return see(async () => {
      await this.#node.hook('delete');
      return [];
    });
  }

  kept(): string {
    return JSON.stringify([this.#node.staticData, this.#node.node]);
  }

  get #name(): string {
    return this.#account.platform.id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  }

  #activate(event: string): ActiveNode {
    const { platform, subject, connection, onFailure, deadline } = this.#account;
    const credentials = {
      [`${this.#name}WebhookApi`]: { secret: fixtureSecret(platform) },
      [`${this.#name}Api`]: plain(connection),
    };
    const usable = Object.entries(credentials).filter(([type]) => this.#host.package.credentials.has(type));
    return this.#host.activateNode({
      ...this.#ids,
      node: `${this.#name}Trigger`,
      // The simulator runs on this machine, so the workflow may as well.
      baseUrl: 'http://127.0.0.1:5678',
      parameters: {
        ...{ events: [event], expand: [...subject.relations], output: 'full' },
        options: { onFailure, deadline },
      },
      credentials: Object.fromEntries(usable),
    });
  }
}

/** What is set of the connection. */
function plain(connection: Connection): Record<string, string> {
  const set = Object.entries(connection).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(set);
}

/** n8n shows the message, and the description below it. */
async function see(work: () => Promise<readonly JsonObject[]>): Promise<Seen> {
  try {
    return { kind: 'done', items: await work() };
  } catch (error) {
    const { message, description } = error as { message: string; description?: string | null };
    const text = [message, description].filter((part) => part != null && part !== '').join('. ');
    return { kind: 'failed', problem: readProblem(text), everything: inspect(error, { depth: 9 }) };
  }
}
