import type {
  INode,
  IWebhookData,
  IWebhookDescription,
  IWorkflowExecuteAdditionalData,
  Workflow,
} from 'n8n-workflow';
import { workflowModule } from './runtime.ts';

const withoutOuterSlashes = (path: string) => path.trim().replace(/^\/|\/$/g, '');

/** Evaluates one field of a webhook description, which may be an expression over the node's parameters. */
export function readField(
  workflow: Workflow,
  node: INode,
  description: IWebhookDescription,
  field: keyof IWebhookDescription,
): unknown {
  const value = description[field];
  if (typeof value !== 'string') return value;
  return workflow.expression.getSimpleParameterValue(node, value, 'internal', {});
}

/** The addresses at which n8n would listen for this node, one for each webhook and method. */
export function webhookRoutes(
  workflow: Workflow,
  node: INode,
  additionalData: IWorkflowExecuteAdditionalData,
  isTest: boolean,
): IWebhookData[] {
  const { description } = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
  return (description.webhooks ?? []).flatMap((webhookDescription) => {
    const read = (field: keyof IWebhookDescription) => readField(workflow, node, webhookDescription, field);
    const ownPath = withoutOuterSlashes(String(read('path')));
    const path = workflowModule.NodeHelpers.getNodeWebhookPath(
      workflow.id,
      node,
      ownPath,
      read('isFullPath') === true,
      read('restartWebhook') === true,
    );
    const methods = String(read('httpMethod') ?? 'GET').split(',');
    return methods.map((method) => ({
      httpMethod: method.trim() as IWebhookData['httpMethod'],
      node: node.name,
      path,
      webhookDescription,
      workflowId: workflow.id,
      workflowExecuteAdditionalData: additionalData,
      isTest,
    }));
  });
}
