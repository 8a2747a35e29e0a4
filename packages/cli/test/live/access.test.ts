import { ally, type Exchange, type HttpRequest, Interruption } from '@carehooks/core';
import { Access } from '../../src/live/access.ts';

function access() {
  const sent: HttpRequest[] = [];
  const connection = { apiKey: 'test_key' };
  const found = new Access(ally, connection, async (request) => {
    sent.push(request);
    return { status: 200, headers: { 'x-ratelimit-left': '1' }, body: '{}' };
  });
  return { sent, found, account: { platform: ally, connection, now: 0 } };
}

it.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('a check that reads cannot send %s', async (method) => {
  const { sent, found, account } = access();
  const exchange = (function* (): Exchange<void> {
    yield { method, path: ['appointments'] };
  })();
  await expect(found.read(exchange, account)).rejects.toBeInstanceOf(Interruption);
  expect(sent).toEqual([]);
});

it('reads, and remembers the names of headers', async () => {
  const { sent, found, account } = access();
  const exchange = (function* (): Exchange<number> {
    return (yield { path: ['appointments'] }).status;
  })();
  expect(await found.read(exchange, account)).toBe(200);
  expect(sent).toMatchObject([{ method: 'GET', headers: { authorization: 'test_key' } }]);
  expect(found.headerNames).toEqual(['x-ratelimit-left']);
});
