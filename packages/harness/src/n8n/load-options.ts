import type { INodePropertyOptions } from 'n8n-workflow';
import { recordLogs } from './logs.ts';
import { openWorkflow, type NodeSetting } from './node-setting.ts';
import { core } from './runtime.ts';

/** Fills a list of the editor in n8n-core's LoadOptionsContext; throws as the method throws. */
export async function loadOptions(setting: NodeSetting, method: string): Promise<INodePropertyOptions[]> {
  const { workflow, node, type, additionalData } = openWorkflow(setting, false);
  const load = type.methods?.loadOptions?.[method];
  if (!load) throw new Error(`${node.type} has no loadOptions method ${method}`);
  const current = { ...additionalData, currentNodeParameters: node.parameters };
  const context = new core.LoadOptionsContext(workflow, node, current, `parameters.${method}`);
  return await load.call(recordLogs(context, setting.logs));
}
