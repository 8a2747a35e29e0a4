import type {
  INode,
  INodeType,
  INodeTypes,
  IWebhookData,
  IWorkflowExecuteAdditionalData,
  Workflow,
} from 'n8n-workflow';
import { additionalDataFor, type CallData } from './additional-data.ts';
import type { CredentialStore } from './credential-store.ts';
import type { HarnessCredentialsHelper } from './credentials-helper.ts';
import type { LogEntry } from './logs.ts';
import { webhookRoutes } from './webhook-routes.ts';
import type { WorkflowState } from './workflow-state.ts';

/** What an active node and its host share. */
export interface NodeSetting {
  node: INode;
  nodeTypes: INodeTypes;
  workflowId: string;
  baseUrl: string;
  state: WorkflowState;
  credentials: CredentialStore;
  credentialsHelper: HarnessCredentialsHelper;
  logs: LogEntry[];
}

/** A workflow as loaded for one call into the node. */
export interface Opened {
  workflow: Workflow;
  node: INode;
  type: INodeType;
  additionalData: IWorkflowExecuteAdditionalData;
  routes: IWebhookData[];
}

/** Loads the node's workflow from what was saved last, ready for one lifecycle call, delivery or execution. */
export function openWorkflow(setting: NodeSetting, test: boolean, more: CallData = {}): Opened {
  const workflow = setting.state.load(setting.workflowId, setting.node, setting.nodeTypes, test);
  const node = workflow.getNode(setting.node.name);
  if (!node) throw new Error(`n8n dropped node ${setting.node.name}`);
  const additionalData = additionalDataFor(setting.baseUrl, setting.credentialsHelper, {
    workflowId: setting.workflowId,
    ...more,
  });
  return {
    workflow,
    node,
    type: workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion),
    additionalData,
    routes: webhookRoutes(workflow, node, additionalData, test),
  };
}

/** URL below which n8n listens, for test or published workflows. */
export function webhookBaseUrl({ additionalData }: Opened, test: boolean): string {
  return test ? additionalData.webhookTestBaseUrl : additionalData.webhookBaseUrl;
}
