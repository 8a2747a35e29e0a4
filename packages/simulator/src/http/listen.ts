import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

export interface Listening {
  /** Without a trailing slash, e.g. `http://127.0.0.1:4600`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the application over HTTP until it is closed. Port 0 takes a free one. */
export async function listen(app: Hono, port: number, hostname: string): Promise<Listening> {
  // Node's own Request and Response stay as they are for whoever shares the process.
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  server.listen(port, hostname);
  await once(server, 'listening').catch((error: Error) => {
    const reason = `Cannot listen on ${hostname}:${port} (${error.message})`;
    throw new Error(`${reason}: choose another port, or 0 for a free one.`, { cause: error });
  });
  const { port: taken } = server.address() as AddressInfo;
  const host = hostname.includes(':') ? `[${hostname}]` : hostname;
  return {
    url: `http://${host}:${taken}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
