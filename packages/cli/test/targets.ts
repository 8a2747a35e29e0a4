import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What n8n 2.41 answers to OPTIONS with an origin, for a path with a webhook and for one without. */
function answerAsN8n(response: ServerResponse, methods: string): void {
  response.writeHead(204, { 'access-control-allow-methods': methods }).end();
}

/**
 * Targets on loopback by their path: `/n8n/listening`, `/n8n/nothing`, `/zap` (a Zap that is gone), `/cut`, and `/404` and
 * the like, each with anything below it.
 */
export async function startTargets() {
  const methods: string[] = [];
  const server = createServer((request, response) => {
    methods.push(request.method ?? '');
    const [, first = '', second] = (request.url ?? '').split('/');
    if (first === 'n8n') answerAsN8n(response, second === 'listening' ? 'OPTIONS, POST' : 'OPTIONS');
    else if (first === 'zap') response.writeHead(request.method === 'OPTIONS' ? 200 : 410).end();
    else if (first === 'cut') response.destroy();
    else response.writeHead(Number(first)).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    /** Of every request so far. */
    methods,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type Targets = Awaited<ReturnType<typeof startTargets>>;
