const tails = new Map<string, Promise<unknown>>();

/**
 * Runs work that belongs to one key one after the other. n8n's memory of processed items is read, changed and written
 * back, so that executions at the same time would forget each other's ids. It holds within one process.
 */
export async function withLock<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
  const previous = tails.get(key) ?? Promise.resolve();
  const run = previous.then(work, work);
  const tail = run.catch(() => undefined);
  tails.set(key, tail);
  try {
    return await run;
  } finally {
    if (tails.get(key) === tail) tails.delete(key);
  }
}
