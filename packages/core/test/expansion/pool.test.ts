import { runPool } from '../../src/expansion/pool.ts';

function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

describe('the pool', () => {
  it.each([
    [10, 4, 4],
    [2, 4, 2],
    [0, 4, 0],
    [3, 1, 1],
  ])('works through %i tasks with %i at a time', async (count, width, expected) => {
    const done: number[] = [];
    let now = 0;
    let most = 0;
    const tasks = Array.from({ length: count }, (_, index) => index);
    await runPool(tasks, width, async (task) => {
      now += 1;
      most = Math.max(most, now);
      await pause();
      now -= 1;
      done.push(task);
    });
    expect(done.sort((left, right) => left - right)).toEqual(tasks);
    expect(most).toBe(expected);
  });

  it('throws the first failure once those under way have ended', async () => {
    const ended: number[] = [];
    const work = runPool([0, 1], 2, async (task) => {
      if (task === 0) throw new Error('failed');
      await pause();
      ended.push(task);
    });
    await expect(work).rejects.toThrow('failed');
    expect(ended).toEqual([1]);
  });

  it('starts nothing more after a failure', async () => {
    const started: number[] = [];
    const work = runPool([0, 1, 2, 3], 2, async (task) => {
      started.push(task);
      await pause();
      if (task === 0) throw new Error('failed');
    });
    await expect(work).rejects.toThrow('failed');
    expect(started).toEqual([0, 1]);
  });
});
