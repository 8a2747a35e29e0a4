const HEARTBEAT_MS = 30_000;

/**
 * Runs a step that takes a while, with a line at its start, every half minute and at its end.
 * Straight to standard error: Jest would wrap console output in a stack trace.
 */
export async function withProgress<T>(title: string, work: () => Promise<T>): Promise<T> {
  const startedAt = Date.now();
  const elapsed = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
  const say = (text: string) => process.stderr.write(`${text}\n`);
  say(`${title} …`);
  const heartbeat = setInterval(() => say(`  still at it after ${elapsed()}`), HEARTBEAT_MS);
  try {
    const result = await work();
    say(`  done in ${elapsed()}`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}
