/** Works through tasks with at most `width` at a time. The first failure is thrown once those under way have ended. */
export async function runPool<Task>(
  tasks: readonly Task[],
  width: number,
  work: (task: Task) => Promise<void>,
): Promise<void> {
  const queue = tasks.values();
  let failed = false;
  const worker = async () => {
    for (const task of queue) {
      if (failed) return;
      try {
        await work(task);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: Math.min(width, tasks.length) }, worker));
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}
