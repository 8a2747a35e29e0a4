import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openGate } from '../../src/stress/gate.ts';

const closers: Array<() => Promise<unknown>> = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** The address of a gate before something that answers as n8n does. */
async function gateBefore(webhook: RequestListener, ready = 200): Promise<string> {
  const n8n = createServer((request, response) => {
    if (request.url === '/healthz/readiness') response.writeHead(ready).end();
    else webhook(request, response);
  }).listen(0, '127.0.0.1');
  closers.push(async () => n8n.close());
  await once(n8n, 'listening');
  const gate = await openGate(`http://127.0.0.1:${(n8n.address() as AddressInfo).port}`);
  closers.push(() => gate.close());
  return gate.url;
}

test('a request passes with its body, and so does its answer', async () => {
  const url = await gateBefore((request, response) => request.pipe(response.writeHead(202)));
  const response = await fetch(`${url}/webhook`, { method: 'POST', body: 'told' });
  expect([response.status, await response.text()]).toEqual([202, 'told']);
});

test('nothing passes while n8n is not ready', async () => {
  const webhook = jest.fn();
  const response = await fetch(`${await gateBefore(webhook, 503)}/webhook`, { method: 'POST' });
  expect(response.status).toBe(503);
  expect(webhook).not.toHaveBeenCalled();
});

test('a platform is told at once when n8n dies before its answer, or in the middle of it', async () => {
  const before = await gateBefore((request) => request.socket.destroy());
  expect((await fetch(`${before}/webhook`)).status).toBe(502);
  const middle = await gateBefore((request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => request.socket.destroy());
  });
  const response = await fetch(`${middle}/webhook`);
  await expect(response.text()).rejects.toThrow();
});
