import type {
  IExecuteData,
  INodeExecutionData,
  ITaskDataConnections,
  WorkflowExecuteMode,
} from 'n8n-workflow';
import { recordLogs } from './logs.ts';
import { openWorkflow, type NodeSetting } from './node-setting.ts';
import { core, workflowModule } from './runtime.ts';

export interface ExecuteOptions {
  /** `webhook` (default) for a delivery, `retry` for a failed or crashed run, `manual` in the editor. */
  mode?: WorkflowExecuteMode;
  /** Of an execution that n8n runs once more. Default: a new one. */
  executionId?: string;
}

/** What the node hands to the rest of the workflow: items by output. */
export interface Run {
  items: INodeExecutionData[][];
}

/** Runs the node's `execute()` in n8n-core's ExecuteContext over stored items; throws as the node throws. */
export async function executeNode(
  setting: NodeSetting,
  newId: string,
  items: INodeExecutionData[][],
  { mode = 'webhook', executionId = newId }: ExecuteOptions,
): Promise<Run> {
  const test = mode === 'manual';
  const { workflow, node, type, additionalData } = openWorkflow(setting, test, { executionId });
  const main = structuredClone(items);
  if (!type.execute) return { items: main };

  const inputData: ITaskDataConnections = { main };
  const executeData: IExecuteData = { node, data: inputData, source: null };
  const closeFunctions: Array<() => Promise<void>> = [];
  const context = new core.ExecuteContext(
    workflow,
    node,
    additionalData,
    mode,
    workflowModule.createEmptyRunExecutionData(),
    0,
    main[0] ?? [],
    inputData,
    executeData,
    closeFunctions,
  );
  try {
    const output = await type.execute.call(recordLogs(context, setting.logs));
    if (output !== null && !Array.isArray(output)) throw new Error('The harness runs no sub-node requests');
    setting.state.save(workflow, test);
    return { items: output ?? [] };
  } finally {
    await Promise.all(closeFunctions.map((close) => close()));
  }
}
