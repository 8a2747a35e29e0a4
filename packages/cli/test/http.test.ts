import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { http } from '../src/http.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function get(url: string, timeout = 5_000) {
  return http({ method: 'GET', url, headers: { 'x-asked': 'yes' }, timeout });
}

it('sends method, headers and body, and reads status, headers and body', async () => {
  const url = await serve(async (request, response) => {
    const body = (await request.toArray()).join('');
    response.setHeader('X-Told', ['1', '2']).writeHead(201);
    response.end(`${request.method} ${request.headers['x-asked']} ${body}`);
  });
  const answer = await http({
    method: 'POST',
    url,
    headers: { 'x-asked': 'yes' },
    body: 'Zoë',
    timeout: 5_000,
  });
  expect(answer).toMatchObject({ status: 201, headers: { 'x-told': '1, 2' }, body: 'POST yes Zoë' });
});

it('follows no redirect', async () => {
  let requests = 0;
  const url = await serve((_request, response) => {
    requests += 1;
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  expect(await get(url)).toMatchObject({ status: 302 });
  expect(requests).toBe(1);
});

it('gives up in time, before the answer and in the midst of it', async () => {
  const silent = await serve(() => {});
  await expect(get(silent, 30)).rejects.toMatchObject({ name: 'TimeoutError' });
  server?.closeAllConnections();
  server?.close();
  const halting = await serve((_request, response) => void response.writeHead(200).write('{'));
  await expect(get(halting, 60)).rejects.toMatchObject({ name: 'TimeoutError' });
});

it('gives up on an answer without end', async () => {
  const piece = Buffer.alloc(1024 * 1024, ' ');
  const url = await serve((_request, response) => {
    const write = () => {
      while (response.write(piece));
    };
    response.on('drain', write);
    write();
  });
  await expect(get(url)).rejects.toMatchObject({ code: 'api-answer-unexpected' });
});

it('throws when nothing answers', async () => {
  await expect(get('http://127.0.0.1:9/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
