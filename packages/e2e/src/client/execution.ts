export interface ExecutionItem {
  json: Record<string, unknown>;
  pairedItem?: unknown;
}

interface ExecutionError {
  message: string;
  description?: string | null;
}

interface NodeRun {
  data?: { main?: (ExecutionItem[] | null)[] };
  error?: ExecutionError;
}

export type ExecutionStatus = 'new' | 'running' | 'waiting' | 'success' | 'error' | 'crashed' | 'canceled';

/** An execution with its data, as the public API gives it. */
export interface Execution {
  id: string;
  workflowId: string;
  mode: string;
  status: ExecutionStatus;
  finished: boolean;
  retryOf?: string | null;
  data?: { resultData?: { runData?: Record<string, NodeRun[]>; error?: ExecutionError } };
}

/** Whether the execution has come to its end, be it a good or a bad one. */
export function isOver({ status }: Execution): boolean {
  return !['new', 'running', 'waiting'].includes(status);
}

/** What a node gave to the nodes after it, all outputs and runs in one list; empty when it did not run. */
export function itemsOf(execution: Execution, nodeName: string): ExecutionItem[] {
  const runs = execution.data?.resultData?.runData?.[nodeName] ?? [];
  return runs.flatMap((run) => run.data?.main ?? []).flatMap((items) => items ?? []);
}

/** Why the execution failed, if it did. */
export function errorOf(execution: Execution): ExecutionError | undefined {
  return execution.data?.resultData?.error;
}
