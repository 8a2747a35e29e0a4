import { toDelivery, toHeaderName } from '../src/delivery.ts';
import { Rejection } from '../src/sealed.ts';

const rawRequest = {
  method: 'POST' as const,
  querystring: 'event=appointment.created&x=a%20b',
  headers: { 'Http-X-Heim-Signature': 'abc', 'Content-Type': 'application/json' },
  content: '{"data":"Zoë \\u00e9 ☕"} \n',
};

describe('toDelivery', () => {
  test('keeps every byte of a body in UTF-8', () => {
    expect(Buffer.from(toDelivery({ rawRequest }).body)).toEqual(
      Buffer.from('{"data":"Zoë \\u00e9 ☕"} \n', 'utf8'),
    );
  });

  test('names headers as the sender did, in lower case', () => {
    expect(toDelivery({ rawRequest }).headers).toEqual({
      'x-heim-signature': 'abc',
      'content-type': 'application/json',
    });
  });

  test('reads the query', () => {
    expect(toDelivery({ rawRequest }).query).toEqual({ event: 'appointment.created', x: 'a b' });
  });

  test('takes the time of the call as the time of receipt', () => {
    const before = Date.now();
    const { receivedAt } = toDelivery({ rawRequest });
    expect(receivedAt).toBeGreaterThanOrEqual(before);
    expect(receivedAt).toBeLessThanOrEqual(Date.now());
  });

  test('takes an empty body for a body', () => {
    expect(toDelivery({ rawRequest: { content: '' } })).toMatchObject({
      method: 'POST',
      headers: {},
      query: {},
    });
  });

  test.each([[{}], [{ rawRequest: {} }]])('refuses a call without a raw body: %j', (bundle) => {
    const attempt = () => toDelivery(bundle);
    expect(attempt).toThrow(Rejection);
    expect(attempt).toThrow(expect.objectContaining({ code: 'body-unavailable' }));
  });
});

test.each([
  ['Http-X-Heim-Signature', 'x-heim-signature'],
  ['X-Heim-Signature', 'x-heim-signature'],
  ['  x-heim-signature ', 'x-heim-signature'],
  ['Content-Type', 'content-type'],
  ['', ''],
])('toHeaderName reads %j as %j', (name, expected) => {
  expect(toHeaderName(name)).toBe(expected);
});
