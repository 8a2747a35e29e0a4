import { accept, halo } from '@carehooks/core';
import type { Benchmark } from '../benchmark.ts';
import { compare } from '../compare.ts';
import { median, medianRatio } from '../median.ts';
import { microseconds, times } from '../report/numbers.ts';

const counts = [1, 10, 100, 1_000] as const;
/** What a delivery costs by itself is shared by ten already, so that larger batches have to hold against these. */
const compared = [
  [10, 1],
  [100, 10],
  [1_000, 10],
] as const;

const credentials = 'carehooks:bench';

/** Whether many events in one delivery cost more each than few do. */
export const batching: Benchmark = {
  name: 'batch',
  title: 'Events in a batch',
  about:
    'HALO sends several tickets in one delivery. The time for each of them in batches of growing size: it must not grow with the batch.',
  async run() {
    const subjects = Object.fromEntries(counts.map((count) => [String(count), acceptBatch(count)]));
    const taken = await compare(subjects);
    const each = (count: number) => (taken[String(count)] ?? []).map((time) => time / count);
    const against = (count: number, other: number) => medianRatio(each(count), each(other));
    return {
      table: {
        columns: ['events', 'for each', 'against one', 'against each of ten'],
        rows: counts.map((count) => [
          String(count),
          microseconds(median(each(count))),
          times(against(count, 1)),
          times(against(count, 10)),
        ]),
      },
      floors: compared.map(([count, other]) => ({
        what: `an event in a batch of ${count} against one in a batch of ${other}`,
        ratio: against(count, other),
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
