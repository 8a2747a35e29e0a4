import type { WorkflowExecuteMode } from 'n8n-workflow';
import { recordLogs } from './logs.ts';
import { openWorkflow, type NodeSetting } from './node-setting.ts';
import { core } from './runtime.ts';

export type HookName = 'checkExists' | 'create' | 'delete';

export interface HookOptions {
  /** `trigger` for a published workflow (default), `manual` while the editor listens for a test event. */
  mode?: WorkflowExecuteMode;
}

/** Calls a lifecycle method of the webhook `default` in n8n-core's HookContext; throws as the method throws. */
export async function callHook(setting: NodeSetting, name: HookName, options: HookOptions): Promise<boolean> {
  const { mode = 'trigger' } = options;
  const test = mode === 'manual';
  const { workflow, node, type, additionalData, routes } = openWorkflow(setting, test);
  const route = routes.find((candidate) => candidate.webhookDescription.name === 'default');
  const method = type.webhookMethods?.default?.[name];
  if (!route || !method) throw new Error(`${setting.node.type} has no webhook method default.${name}`);
  const activation = test ? 'manual' : 'activate';
  const context = new core.HookContext(workflow, node, additionalData, mode, activation, route);
  const outcome = await method.call(recordLogs(context, setting.logs));
  // Only when the method returned: n8n does not save what a method that threw has changed.
  setting.state.save(workflow, test);
  return outcome;
}
