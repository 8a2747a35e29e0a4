import { accept, halo } from '@carehooks/core';
import type { Benchmark } from '../benchmark.ts';
import { compare } from '../compare.ts';
import { microseconds, times } from '../report/numbers.ts';

const counts = [1, 10, 100, 1_000] as const;
const credentials = 'carehooks:bench';

/** Whether many events in one delivery cost more each than few do. */
export const batching: Benchmark = {
  name: 'batch',
  title: 'Events in a batch',
  about:
    'HALO sends several tickets in one delivery. The time for each of them in batches of growing size: it must not grow with the batch.',
  async run() {
    const names = counts.map((count) => String(count));
    const subjects = Object.fromEntries(counts.map((count) => [String(count), acceptBatch(count)]));
    const taken = await compare(subjects);
    const each = counts.map((count, index) => (taken[names[index] ?? ''] ?? Number.NaN) / count);
    const [single = Number.NaN] = each;
    return {
      table: {
        columns: ['events', 'for each', 'against one'],
        rows: each.map((time, index) => [names[index] ?? '', microseconds(time), times(time / single)]),
      },
      floors: each.slice(1).map((time, index) => ({
        what: `an event in a batch of ${names[index + 1] ?? ''} against one alone`,
        ratio: time / single,
        limit: 1.1,
        sense: 'at most' as const,
      })),
    };
  },
};

function acceptBatch(count: number): () => unknown {
  const events = Array.from({ length: count }, (_, index) => ({
    event: 'New Ticket',
    timestamp: '2026-01-15T09:30:00Z',
    ticket: { id: 4_000 + index, summary: 'Printer at the front desk', client_id: index % 5, status_id: 1 },
  }));
  const delivery = {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
    query: {},
    body: Buffer.from(JSON.stringify(events)),
    receivedAt: Date.now(),
  };
  const options = { platform: halo, secrets: [credentials] };
  const outcome = accept(delivery, options);
  if (outcome.kind !== 'accepted' || outcome.events.length !== count) {
    throw new Error(`A batch of ${count} is not accepted.`);
  }
  return () => accept(delivery, options);
}
