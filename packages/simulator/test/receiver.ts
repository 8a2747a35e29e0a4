import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type Delivery, normalizeHeaders } from '@carehooks/core';

/** A status to answer with, or what to do instead. */
export type Reaction = number | ((response: ServerResponse) => void);

/** A target on loopback that keeps deliveries as the core takes them, and answers as it is told, last reaction for ever. */
export async function startReceiver(...reactions: Reaction[]) {
  const deliveries: Delivery[] = [];
  const server = createServer(async (incoming, response) => {
    const receivedAt = Date.now();
    const url = new URL(incoming.url ?? '/', 'http://receiver');
    const reaction = reactions[Math.min(deliveries.length, reactions.length - 1)] ?? 200;
    const started: Delivery = {
      method: incoming.method ?? '',
      headers: normalizeHeaders(incoming.headers),
      query: Object.fromEntries(url.searchParams),
      body: new Uint8Array(),
      receivedAt,
    };
    const index = deliveries.push(started) - 1;
    deliveries[index] = { ...started, body: await buffer(incoming) };
    if (typeof reaction === 'function') reaction(response);
    else response.writeHead(reaction, { 'content-type': 'text/plain' }).end('noted');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    deliveries,
    texts: () => deliveries.map(({ body }) => Buffer.from(body).toString()),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

/** Leaves the request unanswered. */
export const silence: Reaction = () => {};
