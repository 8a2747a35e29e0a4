import type { ICredentialsHelper, IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { core } from './runtime.ts';

/** What differs from one call into a node to the next. */
export type CallData = Pick<
  IWorkflowExecuteAdditionalData,
  'workflowId' | 'executionId' | 'httpRequest' | 'httpResponse'
>;

const notOffered = (what: string) => () => {
  throw new Error(`The harness does not offer ${what}`);
};

/** What n8n's server hands to a context beside the workflow: its URLs, its credentials, its other services. */
export function additionalDataFor(
  baseUrl: string,
  credentialsHelper: ICredentialsHelper,
  more: CallData = {},
): IWorkflowExecuteAdditionalData {
  const url = (path: string) => `${baseUrl.replace(/\/$/, '')}/${path}`;
  return {
    credentialsHelper,
    externalSecretsProxy: new core.ExternalSecretsProxy(),
    currentNodeExecutionIndex: 0,
    variables: {},
    restApiUrl: url('rest'),
    instanceBaseUrl: url(''),
    formBaseUrl: url('form'),
    formTestBaseUrl: url('form-test'),
    formWaitingBaseUrl: url('form-waiting'),
    webhookBaseUrl: url('webhook'),
    webhookTestBaseUrl: url('webhook-test'),
    webhookWaitingBaseUrl: url('webhook-waiting'),
    mcpBaseUrl: url('mcp'),
    mcpTestBaseUrl: url('mcp-test'),
    executeWorkflow: notOffered('sub-workflows'),
    getRunExecutionData: notOffered('stored executions'),
    getRuntimeCredential: notOffered('runtime credentials'),
    startRunnerTask: notOffered('task runners'),
    logAiEvent: notOffered('events of language models'),
    ...more,
  };
}
