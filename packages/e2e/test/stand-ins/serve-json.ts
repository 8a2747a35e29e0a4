import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export interface JsonRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  /** Undefined where there is none. */
  readonly body: unknown;
}

export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface JsonServer {
  readonly url: string;
  close(): Promise<void>;
}

/** A server on this machine that takes JSON and answers with JSON. */
export async function serveJson(answer: (request: JsonRequest) => JsonAnswer): Promise<JsonServer> {
  const server = createServer(async (request, response) => {
    const { status, body } = answer(await read(request));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(request: IncomingMessage): Promise<JsonRequest> {
  const { method = '', url = '/', headers } = request;
  const body = headers['content-type'] === undefined ? undefined : await json(request);
  return {
    method,
    path: new URL(url, 'http://127.0.0.1').pathname,
    authorization: headers.authorization,
    body,
  };
}
