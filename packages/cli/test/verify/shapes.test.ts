import { platforms } from '@carehooks/core';
import {
  fixtureNames,
  fixtureSecret,
  fixtureTime,
  readFixture,
  signedDelivery,
} from '@carehooks/core/testing';
import { carehooks } from '../command-line.ts';
import { gzipped, toChunked, toCurl, toHar, toN8n, toRaw, toZapier } from './captures.ts';

const noTime = 'The capture does not say when it was received, so the age is measured now.';

describe.each(platforms)('a delivery of $name is authentic', (platform) => {
  const { id, signature } = platform;
  // Compact, so that a parsed body can be written again as it was.
  const body = JSON.stringify(JSON.parse(readFixture(id, fixtureNames(id)[0] ?? '').toString('utf8')));
  const delivery = signedDelivery({ platform, body, id: 'delivery_1', time: fixtureTime });
  const { headers } = delivery;
  const bodyBase64 = Buffer.from(body).toString('base64');
  const receivedAt = new Date(fixtureTime).toISOString();
  const parsed = JSON.parse(body) as unknown;
  const lists = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));

  const captures: ReadonlyArray<readonly [what: string, text: string | Uint8Array, saysWhen: boolean]> = [
    ['as raw HTTP', toRaw(delivery), false],
    ['with LF as line ends', toRaw(delivery, { lineEnd: '\n' }), false],
    ['in chunks', toChunked(delivery), false],
    ['in gzip', toRaw(gzipped(delivery)), false],
    ['as curl -v prints it', toCurl(delivery), false],
    ['as a HAR file', toHar(delivery), true],
    ['as Zapier’s raw request', toZapier(delivery), false],
    ['as an item of n8n with the raw body', toN8n(delivery, true), false],
    ['as an item of n8n', toN8n(delivery, false), false],
    ['as an object', JSON.stringify({ method: 'POST', url: '/', headers, body, receivedAt }), true],
    ['with a parsed body', JSON.stringify({ headers, body: parsed, receivedAt }), true],
    [
      'in base64',
      JSON.stringify({ headers: Object.entries(headers), bodyBase64, receivedAt: fixtureTime }),
      true,
    ],
    ['as a gateway tells it', JSON.stringify({ headers, body: bodyBase64, isBase64Encoded: true }), false],
    ['with its encoding', JSON.stringify({ headers: lists, body: bodyBase64, encoding: 'base64' }), false],
    ['with a byte order mark', `\ufeff${JSON.stringify({ headers, body })}`, false],
  ];

  it.each(captures)('%s', async (_what, piped, saysWhen) => {
    const env = { CAREHOOKS_SECRET: fixtureSecret(platform) };
    const at = saysWhen ? [] : ['--at', receivedAt];
    const { code, out } = await carehooks(['verify', id, '--request', '-', ...at], { env, piped });
    expect(out).toContain('The delivery is authentic.');
    expect(code).toBe(0);
  });

  it('at the time that the capture says, or else now', async () => {
    const env = { CAREHOOKS_SECRET: fixtureSecret(platform) };
    const signsTime = signature.kind === 'hmac' && signature.timestamp !== undefined;
    const { out, code } = await carehooks(['verify', id, '--request', '-'], { env, piped: toRaw(delivery) });
    expect(out.includes(noTime)).toBe(signsTime);
    expect(code).toBe(signsTime ? 1 : 0);
    const dated = { ...delivery, headers: { ...headers, date: new Date(fixtureTime).toUTCString() } };
    expect(await carehooks(['verify', id, '--request', '-'], { env, piped: toRaw(dated) })).toMatchObject({
      code: 0,
    });
  });
});
