import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { Receiver } from '../../src/live/receiver.ts';

let open: Receiver[] = [];

afterEach(async () => {
  await Promise.all(open.map((receiver) => receiver.close()));
  open = [];
});

async function receiver(hold?: number) {
  const made = new Receiver('/hook', hold);
  open.push(made);
  const port = await made.listen(0);
  return { made, port, url: `http://127.0.0.1:${port}` };
}

it('takes deliveries as a host would hand them to the core', async () => {
  const { made, url } = await receiver();
  await fetch(`${url}/hook?siteId=1`, { method: 'POST', headers: { 'X-Proof': 'a' }, body: 'Zoë' });
  const [arrival] = made.arrivals;
  expect(arrival).toMatchObject({
    status: 200,
    gaveUpAfter: null,
    delivery: { method: 'POST', query: { siteId: '1' }, headers: { 'x-proof': 'a' } },
  });
  expect(Buffer.from(arrival?.delivery.body ?? []).toString()).toBe('Zoë');
});

it('has nothing at other paths', async () => {
  const { made, url } = await receiver();
  for (const path of ['/', '/hook/', '/hooks', '/favicon.ico']) {
    expect((await fetch(`${url}${path}`)).status).toBe(404);
  }
  expect(made.arrivals).toEqual([]);
});

// The tunnel is open to everyone, and such paths are among the first that scanners try.
it.each(['//', '//['])('survives the path %s, of which no URL can be made', async (path) => {
  const { made, port } = await receiver();
  const asked = request({ host: '127.0.0.1', port, path, method: 'OPTIONS' }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  answer.resume();
  expect(answer.statusCode).toBe(404);
  expect(made.arrivals).toEqual([]);
});

it('answers as it is told, and then takes everything', async () => {
  const { made, url } = await receiver();
  made.react([500, 503]);
  const statuses = [];
  for (let count = 0; count < 3; count += 1) statuses.push((await fetch(`${url}/hook`)).status);
  expect(statuses).toEqual([500, 503, 200]);
  expect(made.arrivals.map(({ status }) => status)).toEqual(statuses);
});

it('notes when a sender gives up', async () => {
  const { made, url } = await receiver();
  made.react(['hold']);
  await expect(fetch(`${url}/hook`, { signal: AbortSignal.timeout(50) })).rejects.toThrow('timeout');
  const soon = AbortSignal.timeout(2_000);
  while (made.arrivals[0]?.gaveUpAfter == null) await made.changed(soon);
  expect(made.arrivals[0]).toMatchObject({ status: null, gaveUpAfter: expect.any(Number) });
});

it('answers a sender that never gives up', async () => {
  const { made, url } = await receiver(30);
  made.react(['hold']);
  expect((await fetch(`${url}/hook`)).status).toBe(200);
  expect(made.arrivals).toMatchObject([{ status: 200, gaveUpAfter: null }]);
});

it('says so where the port is taken', async () => {
  const { port } = await receiver();
  await expect(new Receiver('/hook').listen(port)).rejects.toMatchObject({
    message: `Port ${port} cannot be listened on (EADDRINUSE).`,
    hint: 'Choose another --port.',
  });
});
