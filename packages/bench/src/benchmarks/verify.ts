import { verify } from '@carehooks/core';
import type { Benchmark, Floor } from '../benchmark.ts';
import { compare } from '../compare.ts';
import { median, medianRatio } from '../median.ts';
import { microseconds, times } from '../report/numbers.ts';
import { bodyOf, sizes } from './bodies.ts';
import { type Peer, peers, signedHeaders } from './peers.ts';

/** Verifying a delivery against how others do it. */
export const verifying: Benchmark = {
  name: 'verify',
  title: 'Verifying a signature',
  about:
    'Time for one delivery that is right, against each peer with the scheme that it is made for. Both sides compute the HMAC of the same bytes under the same secret.',
  async run() {
    const rows: string[][] = [];
    const floors: Floor[] = [];
    for (const peer of peers) {
      for (const { label, bytes } of sizes) {
        const { theirs, ours } = await measurePeer(peer, bytes);
        const ratio = medianRatio(ours, theirs);
        rows.push([peer.name, label, microseconds(median(theirs)), microseconds(median(ours)), times(ratio)]);
        floors.push({
          what: `verify against ${peer.name}, ${label}`,
          ratio,
          limit: peer.limit,
          sense: 'at most',
        });
      }
    }
    return { table: { columns: ['peer', 'body', 'peer takes', 'Carehooks takes', 'ratio'], rows }, floors };
  },
};

async function measurePeer(peer: Peer, bytes: number) {
  const body = bodyOf(bytes);
  const now = Date.now();
  const headers = signedHeaders(peer, body, now);
  const delivery = { method: 'POST', headers, query: {}, body, receivedAt: now };
  const ours = () => verify(delivery, peer.scheme, [peer.secret]);
  const theirs = peer.prepare(body, headers);
  if (!ours().ok) throw new Error(`The delivery for ${peer.name} is not signed right.`);
  if ((await theirs()) === false) throw new Error(`${peer.name} does not take the delivery.`);
  return compare({ theirs, ours });
}
