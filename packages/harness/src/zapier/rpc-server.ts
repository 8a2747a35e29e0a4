import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { ZapierCache } from './cache.ts';

/** A call as zapier-platform-core's rpc client sends it. */
interface RpcCall {
  id: string;
  storeKey: string;
  method: string;
  params: unknown[];
}

type CacheScope = Array<'user' | 'auth'> | null;

/** Whose call it is. Zapier's storeKey is opaque to apps, so this can be carried in it. */
export interface Caller {
  zap: string;
  auth: string;
}

export const storeKeyOf = (caller: Caller) => JSON.stringify(caller);

/** There is one user; an `auth` scope tells that user's connected accounts apart. */
function scoped(key: unknown, scope: unknown, { auth }: Caller): string {
  const parts = ((scope ?? []) as NonNullable<CacheScope>).map((part) =>
    part === 'auth' ? `auth:${auth}` : part,
  );
  return [...parts, String(key)].join('|');
}

/** The service that z.cache and z.cursor call, on loopback. */
export class RpcServer {
  readonly cache = new ZapierCache();
  readonly #cursors = new Map<string, unknown>();
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      // A request that breaks off, because the app's process ended, has nobody left to answer.
      this.#respond(request, response).catch(() => response.destroy());
    });
  }

  static async start(): Promise<RpcServer> {
    const rpc = new RpcServer();
    rpc.#server.listen(0, '127.0.0.1');
    await once(rpc.#server, 'listening');
    // Open connections of an app that nobody closed must not keep the process alive either.
    rpc.#server.unref().on('connection', (socket) => socket.unref());
    return rpc;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/rpc`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = (await json(request)) as RpcCall;
    let reply: { result: unknown; error: string | null };
    try {
      reply = { result: this.#perform(call), error: null };
    } catch (error) {
      reply = { result: null, error: (error as Error).message };
    }
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ id: call.id, ...reply }));
  }

  #perform({ method, params, storeKey }: RpcCall): unknown {
    const caller = JSON.parse(storeKey) as Caller;
    switch (method) {
      case 'zcache_get':
      case 'zcache_delete': {
        const key = scoped(params[0], params[1], caller);
        return method === 'zcache_get' ? this.cache.get(key) : this.cache.delete(key);
      }
      case 'zcache_set': {
        const [key, value, ttl, scope, onlyIfNew] = params;
        return this.cache.set(
          scoped(key, scope, caller),
          String(value),
          ttl as number | null,
          onlyIfNew === true,
        );
      }
      case 'get_cursor':
        return this.#cursors.get(caller.zap) ?? null;
      case 'set_cursor':
        this.#cursors.set(caller.zap, params[0]);
        return null;
      default:
        throw new Error(`The harness does not offer RPC method ${method}`);
    }
  }
}
