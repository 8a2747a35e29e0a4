import { setTimeout as sleep } from 'node:timers/promises';
import { type CareEvent, complete, type Http, ally } from '@carehooks/core';
import type { Benchmark } from '../benchmark.ts';
import { milliseconds, times } from '../report/numbers.ts';

const events = 100;
const entities = 5;
const latency = 50;
const rounds = 5;

/** Requests that the core has under way at the same time. */
const width = 4;

/** Expanding a batch in which many events point to few records. */
export const expanding: Benchmark = {
  name: 'expansion',
  title: 'Fetching related records',
  about: `${events} appointments of ${entities} patients, from an API that takes ${latency} ms for each answer. The ideal asks for each patient once, ${width} at a time, and takes no time itself.`,
  async run() {
    const ideal = Math.ceil(entities / width) * (await best(() => sleep(latency)));
    let requests = 0;
    const http: Http = async ({ url }) => {
      requests += 1;
      await sleep(latency);
      const id = new URL(url).pathname.split('/').at(-1) ?? '';
      return { status: 200, headers: {}, body: JSON.stringify({ data: { id, firstName: 'Zoë' } }) };
    };
    const ours = await best(() => expand(http));
    const ratio = ours / ideal;
    return {
      table: {
        columns: ['ideal', 'Carehooks', 'ratio', 'requests'],
        rows: [[milliseconds(ideal), milliseconds(ours), times(ratio), String(requests / rounds)]],
      },
      floors: [
        { what: 'expansion of 100 events with 5 patients', ratio, limit: 1.2, sense: 'at most' },
        { what: 'requests for 5 patients', ratio: requests / rounds / entities, limit: 1, sense: 'at most' },
      ],
    };
  },
};

async function expand(http: Http): Promise<void> {
  const items = await complete(
    Array.from({ length: events }, (_, index) => event(index)),
    {
      platform: { ...ally, expandTogether: () => null },
      connection: { apiKey: 'test_bench' },
      relations: ['patient'],
      onFailure: 'fail',
      output: 'full',
      timeLimit: 10_000,
      http,
      clock: { now: Date.now, sleep: (milliseconds) => sleep(milliseconds) },
    },
  );
  if (items.length !== events) throw new Error(`${items.length} items came of ${events} events.`);
}

function event(index: number): CareEvent {
  return {
    id: `event_${index}`,
    type: 'appointment.completed',
    typeFrom: 'derived',
    platform: 'ally',
    entity: { id: `apt_${index}`, patient: { id: `p_${index % entities}` } },
    around: {},
    occurredAt: null,
    receivedAt: Date.now(),
    deliveryId: null,
    verified: 'hmac-sha256',
    signatureHeader: null,
  };
}

/** Milliseconds of the fastest of a few runs. */
async function best(run: () => Promise<unknown>): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
