import { sleep } from 'n8n-workflow';
import { GroupCommit } from '../../nodes/runtime/group-commit.ts';

const noPause = () => Promise.resolve();

/** Notes what is carried out together; answers each request with itself in capitals. */
function recorder() {
  const turns: string[][] = [];
  const commit = async (requests: readonly string[]) => {
    turns.push([...requests]);
    await Promise.resolve();
    if (requests.includes('bad')) throw new Error('The store is down');
    return requests.map((request) => request.toUpperCase());
  };
  return { turns, commit };
}

it('carries out the first request at once, and all that come meanwhile together in the next turn', async () => {
  const { turns, commit } = recorder();
  const group = new GroupCommit<string, string>(0, noPause);
  const answers = await Promise.all(['a', 'b', 'c'].map((name) => group.submit('key', name, commit)));
  expect(answers).toEqual(['A', 'B', 'C']);
  expect(turns).toEqual([['a'], ['b', 'c']]);
});

it('begins anew once nobody waits', async () => {
  const { turns, commit } = recorder();
  const group = new GroupCommit<string, string>(0, noPause);
  await group.submit('key', 'a', commit);
  await sleep(1);
  await group.submit('key', 'b', commit);
  expect(turns).toEqual([['a'], ['b']]);
});

it('keeps keys apart', async () => {
  const { turns, commit } = recorder();
  const group = new GroupCommit<string, string>(0, noPause);
  await Promise.all([group.submit('one', 'a', commit), group.submit('two', 'b', commit)]);
  expect(turns).toEqual([['a'], ['b']]);
});

it('lets a failure fail those of its turn, and no others', async () => {
  const { commit } = recorder();
  const group = new GroupCommit<string, string>(0, noPause);
  const all = ['a', 'bad', 'c'].map((name) => group.submit('key', name, commit));
  const results = await Promise.allSettled(all);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  await expect(group.submit('key', 'd', commit)).resolves.toBe('D');
});

it('waits between two turns, but with no answer', async () => {
  const { turns, commit } = recorder();
  const wakers: Array<() => void> = [];
  const slept: number[] = [];
  const pause = (milliseconds: number) => {
    slept.push(milliseconds);
    return new Promise<void>((wake) => wakers.push(wake));
  };
  const group = new GroupCommit<string, string>(50, pause);
  await group.submit('key', 'a', commit);
  const next = group.submit('key', 'b', commit);
  await sleep(1);
  expect(turns).toEqual([['a']]);
  wakers[0]?.();
  await expect(next).resolves.toBe('B');
  expect(slept).toEqual([50, 50]);
});
