import type { IDataObject, INode, IWebhookDescription, IWebhookResponseData, Workflow } from 'n8n-workflow';
import { errorReply } from './http-error.ts';
import { core } from './runtime.ts';
import { readField } from './webhook-routes.ts';
import type { WebhookResponse } from './webhook-response.ts';

/** How a webhook's description wants n8n to answer. */
export interface ReplyOptions {
  responseCode: number;
  responseData: unknown;
}

/** Reads them before `webhook()` runs, as n8n does. */
export function replyOptions(
  workflow: Workflow,
  node: INode,
  description: IWebhookDescription,
): ReplyOptions {
  const responseMode = readField(workflow, node, description, 'responseMode') ?? 'onReceived';
  if (responseMode !== 'onReceived') {
    throw new Error(`The harness answers in response mode onReceived only, not ${String(responseMode)}`);
  }
  return {
    responseCode: Number(readField(workflow, node, description, 'responseCode') ?? 200),
    responseData: readField(workflow, node, description, 'responseData') ?? 'firstEntryJson',
  };
}

/** Answers for the node, unless it has said that it answers itself. */
export function sendReply(
  response: WebhookResponse,
  result: IWebhookResponseData,
  options: ReplyOptions,
): void {
  if (result.noWebhookResponse === true) return;
  response.status(options.responseCode);
  if (result.workflowData === undefined) {
    const body = (result.webhookResponse ?? { message: 'Webhook call received' }) as IDataObject | string;
    sendBody(response, body);
    return;
  }
  if (!core.isWebhookHtmlSandboxingDisabled()) {
    response.setHeader('Content-Security-Policy', core.getHtmlSandboxCSP());
  }
  // Any value but 'noData' is sent as it stands, so that a webhook without one answers "firstEntryJson".
  sendBody(response, options.responseData === 'noData' ? undefined : options.responseData);
}

/** Answers a delivery that failed; a node that threw after it had answered keeps its own answer. */
export function sendError(response: WebhookResponse, error: Error): void {
  if (response.headersSent) return;
  const { status, body } = errorReply(error);
  response.status(status).json(body);
}

function sendBody(response: WebhookResponse, body: unknown): void {
  if (typeof body === 'string') response.send(body);
  else response.json(body);
}
