import { createServer, request as send, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import type { IncomingMessage } from 'node:http';

export interface OutgoingRequest {
  method: string;
  /** Path and query, as in the request line. */
  target: string;
  /** An array of values sends the header that many times. */
  headers: Record<string, string | string[]>;
  body: Uint8Array;
}

export interface IncomingResponse {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const NO_ANSWER_AFTER_MS = 10_000;

/** Sends one request over a real connection to a server that lives as long as the exchange. */
export async function exchange(
  request: OutgoingRequest,
  listener: RequestListener,
): Promise<IncomingResponse> {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    return await roundTrip(request, port);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function roundTrip(
  { method, target, headers, body }: OutgoingRequest,
  port: number,
): Promise<IncomingResponse> {
  const outgoing = send({
    host: '127.0.0.1',
    port,
    method,
    path: target,
    headers: body.length > 0 || method === 'POST' ? { 'content-length': body.length, ...headers } : headers,
    agent: false,
    signal: AbortSignal.timeout(NO_ANSWER_AFTER_MS),
  });
  outgoing.end(body);
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, headers: response.headers, body: await buffer(response) };
}
