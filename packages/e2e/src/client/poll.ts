import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 150;

export interface PollOptions {
  /** Milliseconds. */
  timeout: number;
  /** What is waited for, for the message when it does not come. */
  what: string;
}

/** Asks again and again until there is an answer; `undefined` means "not yet". */
export async function poll<T>(ask: () => Promise<T | undefined>, options: PollOptions): Promise<T> {
  const deadline = Date.now() + options.timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) {
      throw new Error(`Waited ${options.timeout} ms for ${options.what}. The server's log may tell why.`);
    }
    await delay(POLL_MS);
  }
}
