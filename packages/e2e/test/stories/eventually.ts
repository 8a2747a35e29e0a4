import { poll } from '../../src/client/poll.ts';

/** Waits until a list has this many entries, and gives all it has. */
export function eventually<Entry>(list: () => readonly Entry[], count: number): Promise<readonly Entry[]> {
  const ask = async () => (list().length < count ? undefined : list());
  return poll(ask, { timeout: 20_000, what: `${count} things that a workflow sends` });
}
