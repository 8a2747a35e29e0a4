import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 200;
const ANSWER_MS = 2_000;

export interface ReadinessCheck {
  url: string;
  timeoutMs: number;
  /** Last line of the start-up. */
  lastLine: string;
  /** Whether the process is still there. */
  running: () => boolean;
  /** What it has logged since this start. */
  log: () => string;
}

/**
 * Waits until n8n serves requests. Its readiness check turns green a little before start-up is over, so the
 * last line of the start-up has to be in the log as well.
 */
export async function waitUntilReady(check: ReadinessCheck): Promise<void> {
  const deadline = Date.now() + check.timeoutMs;
  while (!(await answersReady(check.url)) || !check.log().includes(check.lastLine)) {
    if (!check.running()) throw new Error(`n8n ended while starting. Read why:\n${tail(check.log())}`);
    if (Date.now() > deadline) {
      throw new Error(`n8n was not ready after ${check.timeoutMs} ms. Its log ends:\n${tail(check.log())}`);
    }
    await delay(POLL_MS);
  }
}

async function answersReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/healthz/readiness`, { signal: AbortSignal.timeout(ANSWER_MS) });
    await response.body?.cancel();
    return response.ok;
  } catch (error) {
    // Nothing listens yet, or does not answer. By name, since inside Jest the error classes are others.
    if (['TypeError', 'TimeoutError'].includes((error as Error).name)) return false;
    throw error;
  }
}

function tail(log: string): string {
  return log.trimEnd().split('\n').slice(-30).join('\n');
}
