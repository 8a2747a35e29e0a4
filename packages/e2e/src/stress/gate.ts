import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';

/** Stands before n8n as a proxy or a load balancer does. */
export interface Gate {
  readonly url: string;
  close(): Promise<void>;
}

const checkMs = 250;

/**
 * Starts a proxy that lets requests through while n8n says that it is ready, and answers 503 otherwise.
 *
 * Without one, n8n takes requests before it can keep them: while it starts it answers every request with 200 and
 * "n8n is starting up", webhooks too, and for some seconds after that with 404.
 */
export async function openGate(targetUrl: string): Promise<Gate> {
  const closing = new AbortController();
  let ready = await isReady(targetUrl);
  const shut = () => {
    ready = false;
  };
  const server = createServer((incoming, answer) => {
    if (ready) forward(incoming, answer, targetUrl, shut);
    else answer.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const watching = watch(targetUrl, closing.signal, (state) => {
    ready = state;
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      closing.abort();
      server.closeAllConnections();
      await Promise.all([watching, new Promise((resolve) => server.close(resolve))]);
    },
  };
}

async function watch(url: string, closing: AbortSignal, tell: (ready: boolean) => void): Promise<void> {
  while (!closing.aborted) {
    tell(await isReady(url));
    await delay(checkMs);
  }
}

async function isReady(url: string): Promise<boolean> {
  const answer = await new Promise<number | undefined>((resolve) => {
    const asked = request(`${url}/healthz/readiness`, { timeout: 2_000 }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(undefined));
    asked.end();
  });
  return answer === 200;
}

function forward(
  incoming: IncomingMessage,
  answer: ServerResponse,
  targetUrl: string,
  shut: () => void,
): void {
  const { method, headers, url = '/' } = incoming;
  const asked = request(targetUrl + url, { method, headers }, (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers);
    // Ends the answer also where n8n is killed in the middle of it: the platform then knows to try again.
    pipeline(response, answer, (error) => {
      if (error) shut();
    });
  });
  asked.on('error', () => {
    shut();
    if (answer.headersSent) answer.destroy();
    else answer.writeHead(502).end();
  });
  incoming.pipe(asked);
}
