import type { Clock } from '@carehooks/core';

/** Carries out requests of one key in one go, and answers each in the order given. */
export type Commit<Request, Answer> = (requests: readonly Request[]) => Promise<readonly Answer[]>;

interface Waiting<Request, Answer> {
  readonly request: Request;
  readonly commit: Commit<Request, Answer>;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * Group commit, as databases do it: the first request of a key is carried out at once, those that come meanwhile go
 * together in the next turn. It holds within one process.
 */
export class GroupCommit<Request, Answer> {
  readonly #waiting = new Map<string, Array<Waiting<Request, Answer>>>();
  readonly #interval: number;
  readonly #sleep: Clock['sleep'];

  /** @param interval milliseconds from one turn of a key to the next, at least */
  constructor(interval: number, sleep: Clock['sleep']) {
    this.#interval = interval;
    this.#sleep = sleep;
  }

  submit(key: string, request: Request, commit: Commit<Request, Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const one = { request, commit, resolve, reject };
      const waiting = this.#waiting.get(key);
      if (waiting === undefined) void this.#takeTurns(key, one);
      else waiting.push(one);
    });
  }

  async #takeTurns(key: string, first: Waiting<Request, Answer>): Promise<void> {
    let group = [first];
    while (group.length > 0) {
      this.#waiting.set(key, []);
      await Promise.all([settle(group), this.#sleep(this.#interval)]);
      group = this.#waiting.get(key) ?? [];
    }
    this.#waiting.delete(key);
  }
}

async function settle<Request, Answer>(group: ReadonlyArray<Waiting<Request, Answer>>): Promise<void> {
  const [first] = group;
  if (first === undefined) return;
  try {
    const answers = await first.commit(group.map(({ request }) => request));
    for (const [index, { resolve }] of group.entries()) resolve(answers[index] as Answer);
  } catch (error) {
    for (const { reject } of group) reject(error);
  }
}
