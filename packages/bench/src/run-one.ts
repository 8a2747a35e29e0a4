/** Runs the benchmark of a name and hands its result to the process that has forked this one. */
import { benchmarks } from './benchmarks/index.ts';

const benchmark = benchmarks.find(({ name }) => name === process.argv[2]);
if (benchmark === undefined) throw new Error('Call npm run bench instead.');
process.send?.(await benchmark.run());
process.disconnect?.();
