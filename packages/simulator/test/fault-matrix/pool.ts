/** Cells at work at the same time. Those that only wait for a deadline take no place. */
const width = 32;

/** Works on all of them and gives the results in their order. */
export async function runAll<Task, Result>(
  tasks: readonly Task[],
  waits: (task: Task) => boolean,
  work: (task: Task) => Promise<Result>,
): Promise<Map<Task, Result>> {
  const results = new Map<Task, Result>();
  const run = async (task: Task) => void results.set(task, await work(task));
  const queue = tasks.filter((task) => !waits(task)).values();
  const worker = async () => {
    for (const task of queue) await run(task);
  };
  await Promise.all([...tasks.filter(waits).map(run), ...Array.from({ length: width }, worker)]);
  return results;
}
