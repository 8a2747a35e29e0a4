import type { Platform } from '@carehooks/core';
import { Ground } from './ground.ts';
import type { Subject } from './subjects.ts';

/** Simulated accounts, each for one user at a time. To start one costs more than to put it back to its start. */
export class Grounds {
  readonly #free = new Map<string, Ground[]>();

  /** @param fresh nobody had it before, and nobody gets it afterwards */
  async use<Result>(
    { platform, subject, fresh }: { platform: Platform; subject: Subject; fresh: boolean },
    work: (ground: Ground) => Promise<Result>,
  ): Promise<Result> {
    const free = this.#freeFor(platform);
    const ground = (fresh ? undefined : free.pop()) ?? (await Ground.open(platform, subject));
    const result = await work(ground);
    if (fresh) await ground.close();
    else {
      ground.reset();
      free.push(ground);
    }
    return result;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#free.values()].flat().map((ground) => ground.close()));
  }

  #freeFor({ id }: Platform): Ground[] {
    const free = this.#free.get(id) ?? [];
    this.#free.set(id, free);
    return free;
  }
}
