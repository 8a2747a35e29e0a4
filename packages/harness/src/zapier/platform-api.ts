import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { answerTo, type ApiCall } from './platform-api-routes.ts';

/** What a developer has told Zapier about an app. */
export interface RegisteredApp {
  readonly id: number;
  readonly key: string;
  readonly status: 'private';
  readonly title: string;
  readonly [detail: string]: unknown;
}

/** A version of an app that was pushed, zips decoded. */
export interface Upload {
  readonly app: number;
  readonly version: string;
  readonly zip: Buffer;
  readonly sourceZip: Buffer;
}

/** What `zapier-platform promote` asks for. */
export interface Promotion {
  readonly app: number;
  readonly to_version: string;
  readonly changelog: string;
  readonly app_metadata?: ReadonlyArray<Readonly<Record<string, string>>>;
  readonly is_feature_update: boolean;
  readonly is_bugfix: boolean;
}

/** One failed check: its number, the trigger, and what is wrong. */
export interface FailedCheck {
  readonly tag: string;
  readonly trigger: string;
  readonly message: string;
}

export interface PlatformApiOptions {
  /** The key of the only account. */
  readonly deployKey: string;
  /** What Zapier's own checks find in a definition: nothing, unless this says so. */
  check?(definition: Readonly<Record<string, unknown>>): readonly FailedCheck[];
}

/**
 * Stands in for the API behind `zapier-platform register`, `push`, `promote` and the like, on loopback. It keeps what
 * it is told and refuses what Zapier would refuse, in Zapier's form of errors.
 */
export class PlatformApi {
  readonly options: PlatformApiOptions;
  readonly apps = new Map<number, RegisteredApp>();
  readonly uploads: Upload[] = [];
  readonly promotions: Promotion[] = [];
  /** Every request, as method and path. */
  readonly calls: string[] = [];
  readonly #server: Server;

  private constructor(options: PlatformApiOptions) {
    this.options = options;
    this.#server = createServer((request, response) => {
      this.#respond(request, response).catch((error: unknown) => {
        response.writeHead(500).end(JSON.stringify({ errors: [String(error)] }));
      });
    });
  }

  static async start(options: PlatformApiOptions): Promise<PlatformApi> {
    const api = new PlatformApi(options);
    api.#server.listen(0, '127.0.0.1');
    await once(api.#server, 'listening');
    return api;
  }

  /** Environment that leads Zapier's command line here, in the name of the account. */
  get environment(): Record<string, string> {
    const { port } = this.#server.address() as AddressInfo;
    return {
      ZAPIER_BASE_ENDPOINT: `http://127.0.0.1:${port}`,
      ZAPIER_DEPLOY_KEY: this.options.deployKey,
    };
  }

  register(details: Readonly<Record<string, unknown>>): RegisteredApp {
    const id = randomInt(1_000, 1_000_000);
    const app = {
      ...details,
      id,
      key: `App${id}`,
      status: 'private',
      title: String(details['title']),
    } as const;
    this.apps.set(id, app);
    return app;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const method = request.method ?? 'GET';
    this.calls.push(`${method} ${pathname}`);
    const call: ApiCall = {
      method,
      path: pathname.replace(/^\/api\/platform\/cli/, ''),
      deployKey: request.headers['x-deploy-key'],
      body: method === 'GET' ? {} : ((await json(request)) as ApiCall['body']),
    };
    const { status = 200, body } = answerTo(call, this);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }
}
