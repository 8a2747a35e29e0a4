import type { Benchmark } from '../benchmark.ts';
import { accepting } from './accept.ts';
import { batching } from './batch.ts';
import { expanding } from './expansion.ts';
import { receiving } from './n8n.ts';
import { verifying } from './verify.ts';
import { starting } from './zapier.ts';

export const benchmarks: readonly Benchmark[] = [
  verifying,
  accepting,
  batching,
  expanding,
  receiving,
  starting,
];
