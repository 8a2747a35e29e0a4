import { createHmac } from 'node:crypto';
import { fixtureTime } from '../../src/testing/index.ts';
import {
  body,
  deliveryOf,
  explained,
  identified,
  problems,
  readable,
  secret,
  stamped,
  trailing,
} from './explained.ts';

const second = 1_000;
const day = 86_400 * second;

/** A delivery whose signature is right, whatever the timestamp is. */
function stampedAs(timestamp: string) {
  const v1 = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return deliveryOf(stamped, { unsigned: true, headers: { 'x-signature': `t=${timestamp},v1=${v1}` } });
}

describe('the age of a delivery', () => {
  it.each([
    [180 * second, null, '✓', 'Sent 3 minutes before it was received, within'],
    [180 * second + 1, 'timestamp-stale', '✗', 'Sent 3 minutes 1 second before it was received, outside'],
    [3 * day + 7 * second, 'timestamp-stale', '✗', 'Sent 3 days 7 seconds before it was received, outside'],
    [-200 * second, 'timestamp-future', '✗', 'Sent 3 minutes 20 seconds after it was received, outside'],
    [0, null, '✓', 'Sent at the time of receipt, within'],
  ])('of %i ms stands against the window', (age, code, mark, text) => {
    const explanation = explained(stamped, deliveryOf(stamped, { receivedAt: fixtureTime + age }));
    expect(explanation.code).toBe(code);
    expect(readable(explanation)[3]).toBe(
      `${mark} timestamp: ${text} the replay window of 3 minutes either way.`,
    );
    expect(readable(explanation)[4]).toBe('✓ secret: The secret "current" fits.');
  });

  it('stands against the window that is set', () => {
    const late = deliveryOf(trailing, { receivedAt: fixtureTime + day });
    const wide = explained(trailing, late, { verification: { tolerance: 2 * 86_400 } });
    expect(wide).toMatchObject({ verified: true });
    expect(readable(wide)[3]).toMatch('within the replay window of 2 days either way.');
    const none = explained(trailing, late, { verification: { tolerance: 0 } });
    expect(none).toMatchObject({ verified: true });
    expect(readable(none)[3]).toBe(
      '• timestamp: Sent 1 day before it was received. The replay window is switched off.',
    );
  });

  it('is told of a forged delivery too', () => {
    const delivery = deliveryOf(stamped, { forged: true, receivedAt: fixtureTime + day });
    const explanation = explained(stamped, delivery);
    expect(explanation.code).toBe('signature-mismatch');
    expect(problems(explanation)[0]).toMatch('Sent 1 day before it was received, outside');
  });
});

describe('a timestamp of another format', () => {
  it.each([
    ['milliseconds', stampedAs(String(fixtureTime)), 'timestamp-future', 'milliseconds since 1970'],
    ['ISO 8601', stampedAs(new Date(fixtureTime).toISOString()), 'timestamp-malformed', 'ISO 8601'],
  ])('is recognized: %s', (_what, delivery, code, format) => {
    const explanation = explained(stamped, { ...delivery, receivedAt: fixtureTime + 30 * day });
    expect(explanation).toMatchObject({
      code,
      hint: 'Whoever makes the delivery has to write the timestamp as seconds since 1970.',
    });
    expect(problems(explanation).at(-1)).toBe(
      `The timestamp is written as ${format}, where seconds since 1970 belong.`,
    );
  });

  it('is recognized: seconds in place of milliseconds', () => {
    const seconds = String(fixtureTime / second);
    const signed = createHmac('sha256', secret).update(`msg_1.${seconds}.${body}`).digest('base64');
    const headers = { 'x-id': 'msg_1', 'x-timestamp': seconds, 'x-signature': `v1,${signed}` };
    const explanation = explained(identified, deliveryOf(identified, { unsigned: true, headers }));
    expect(explanation.code).toBe('timestamp-stale');
    expect(problems(explanation).at(-1)).toBe(
      'The timestamp is written as seconds since 1970, where milliseconds since 1970 belong.',
    );
  });

  it('is told where nothing recognizes it', () => {
    const explanation = explained(stamped, stampedAs('yesterday'));
    expect(explanation).toMatchObject({
      code: 'timestamp-malformed',
      hint: 'Check that a proxy does not change the headers of the platform.',
    });
    expect(problems(explanation)).toEqual([
      'The timestamp in "t=" of the header x-signature is not written as seconds since 1970.',
    ]);
  });
});
