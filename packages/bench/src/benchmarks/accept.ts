import { createHmac, timingSafeEqual } from 'node:crypto';
import { accept, ally, sign, type HmacScheme } from '@carehooks/core';
import type { Benchmark, Floor } from '../benchmark.ts';
import { compare } from '../compare.ts';
import { median, medianRatio } from '../median.ts';
import { microseconds, times } from '../report/numbers.ts';
import { bodyOf, sizes } from './bodies.ts';

const secret = 'whsec_bench';
const header = 'x-heim-signature';

const scheme: HmacScheme = {
  kind: 'hmac',
  algorithm: 'sha256',
  encoding: 'hex',
  content: '{body}',
  signature: { header },
};

/** The whole first half of the pipeline against the least that anyone has to do. */
export const accepting: Benchmark = {
  name: 'accept',
  title: 'Accepting a delivery',
  about:
    '`accept` verifies, parses, guards against deep nesting, unwraps, names the event, filters and gives it an id. The peer checks an HMAC of the bytes and calls `JSON.parse`, and that is all.',
  async run() {
    const rows: string[][] = [];
    const floors: Floor[] = [];
    for (const { label, bytes } of sizes) {
      const { least, ours } = await compare(subjects(bodyOf(bytes)));
      const ratio = medianRatio(ours, least);
      rows.push([label, microseconds(median(least)), microseconds(median(ours)), times(ratio)]);
      floors.push({ what: `accept, ${label}`, ratio, limit: 1.3, sense: 'at most' });
    }
    return { table: { columns: ['body', 'HMAC and JSON.parse', 'accept', 'ratio'], rows }, floors };
  },
};

function subjects(body: Buffer) {
  const now = Date.now();
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    ...sign(body, scheme, secret, { time: now }),
  };
  const delivery = { method: 'POST', headers, query: {}, body, receivedAt: now };
  const options = { platform: { ...ally, signature: scheme }, secrets: [secret] };
  if (accept(delivery, options).kind !== 'accepted') throw new Error('The delivery is not accepted.');
  const given = headers[header] ?? '';
  return {
    least: () => {
      const digest = createHmac('sha256', secret).update(body).digest();
      return timingSafeEqual(Buffer.from(given, 'hex'), digest)
        ? (JSON.parse(body.toString()) as unknown)
        : null;
    },
    ours: () => accept(delivery, options),
  };
}
