import type { Feed } from '../../feed.ts';
import type { ApiFaultRule } from '../../api-faults/rule.ts';
import type { ApiFaults } from '../../api-faults/api-faults.ts';
import type { ServedRequest } from '../../http/request-log.ts';

/** The requests that a platform's API serves while something works. */
export async function recordCalls<Result>(
  feed: Feed,
  platform: string,
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly calls: readonly ServedRequest[] }> {
  const calls: ServedRequest[] = [];
  const stop = feed.subscribe((event) => {
    if (event.type === 'api-request' && event.platform === platform) calls.push(event.request);
  });
  try {
    return { result: await work(), calls };
  } finally {
    stop();
  }
}

/** Lets the API commit a fault while something works, and not longer. */
export async function withApiFault<Result>(
  faults: ApiFaults,
  rule: ApiFaultRule | null,
  work: () => Promise<Result>,
): Promise<Result> {
  if (rule === null) return work();
  const { id } = faults.add(rule);
  try {
    return await work();
  } finally {
    faults.remove(id);
  }
}
