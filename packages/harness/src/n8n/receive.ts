import type { IncomingMessage, ServerResponse } from 'node:http';
import type { IWebhookData, IWebhookResponseData } from 'n8n-workflow';
import { parseBody } from './body-parser.ts';
import { storedItems, type DeliveryReply, type DeliveryRequest } from './delivery.ts';
import { HttpError } from './http-error.ts';
import { recordLogs } from './logs.ts';
import { exchange } from './loopback.ts';
import { openWorkflow, webhookBaseUrl, type NodeSetting, type Opened } from './node-setting.ts';
import { replyOptions, sendError, sendReply } from './reply.ts';
import { core, workflowModule } from './runtime.ts';
import { asWebhookRequest } from './webhook-request.ts';
import { asWebhookResponse } from './webhook-response.ts';

interface Outcome {
  result?: IWebhookResponseData;
  error?: Error;
}

/** Sends a delivery over a real connection to the node's `webhook()` in n8n-core's WebhookContext. */
export async function receiveDelivery(
  setting: NodeSetting,
  request: DeliveryRequest,
): Promise<DeliveryReply> {
  const { method = 'POST', headers = {}, body = new Uint8Array(), test = false } = request;
  const target = targetOf(setting, request);
  let answering = Promise.resolve<Outcome>({});
  const reply = await exchange({ method, target, headers, body }, (incoming, outgoing) => {
    answering = answer(setting, incoming, outgoing, test);
  });
  const { result, error } = await answering;
  const workflowData = result && storedItems(result);
  return {
    ...reply,
    started: workflowData !== undefined,
    ...(workflowData && { workflowData }),
    ...(error && { error }),
  };
}

function targetOf(
  setting: NodeSetting,
  { method = 'POST', path, query, test = false }: DeliveryRequest,
): string {
  const opened = openWorkflow(setting, test);
  const route = opened.routes.find((candidate) => candidate.httpMethod === method) ?? opened.routes[0];
  const own = new URL(`${webhookBaseUrl(opened, test)}/${route?.path ?? ''}`).pathname;
  const target = path ?? own;
  return query ? `${target}${target.includes('?') ? '&' : '?'}${query}` : target;
}

/** n8n's handling of one request, from the raw message to its answer. Never rejects: what went wrong is the outcome. */
async function answer(
  setting: NodeSetting,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  test: boolean,
): Promise<Outcome> {
  const httpRequest = asWebhookRequest(incoming);
  const httpResponse = asWebhookResponse(outgoing);
  try {
    const opened = openWorkflow(setting, test, { httpRequest, httpResponse });
    const route = findRoute(opened, httpRequest, test);
    const options = replyOptions(opened.workflow, opened.node, route.webhookDescription);
    await parseBody(httpRequest, opened.node.typeVersion);
    const result = await callWebhook(setting, opened, route, test);
    saveStaticData(setting, opened, result, test);
    sendReply(httpResponse, result, options);
    return { result };
  } catch (thrown) {
    const error = thrown instanceof NodeFailure ? thrown.cause : asError(thrown);
    sendError(httpResponse, thrown instanceof HttpError ? thrown : publicError(thrown));
    return { error };
  }
}

function findRoute(
  opened: Opened,
  request: { method?: string | undefined; path: string },
  test: boolean,
): IWebhookData {
  const base = new URL(webhookBaseUrl(opened, test)).pathname;
  const here = opened.routes.filter(({ path }) => `${base}/${path}` === request.path.replace(/\/$/, ''));
  const route = here.find(({ httpMethod }) => httpMethod === request.method);
  if (route) return route;
  const methods = here.map(({ httpMethod }) => httpMethod).join(' or ');
  const reason = methods
    ? `This webhook is not registered for ${request.method} requests. Did you mean to make a ${methods} request?`
    : `The requested webhook "${request.method} ${request.path}" is not registered.`;
  throw new HttpError(404, reason);
}

async function callWebhook(setting: NodeSetting, opened: Opened, route: IWebhookData, test: boolean) {
  const { workflow, node, type, additionalData } = opened;
  if (!type.webhook) throw new Error('Node does not have any webhooks defined');
  const mode = test ? 'manual' : 'webhook';
  const context = new core.WebhookContext(workflow, node, additionalData, mode, route, [], null);
  try {
    return await type.webhook.call(recordLogs(context, setting.logs));
  } catch (thrown) {
    throw new NodeFailure(asError(thrown));
  }
}

/**
 * n8n 2.41 loses static data that `webhook()` changed when the node leaves the answer to n8n and starts an execution:
 * storing the execution resets the mark that tells it has changed, before the answer's callback saves it.
 */
function saveStaticData(
  { state }: NodeSetting,
  { workflow }: Opened,
  result: IWebhookResponseData,
  test: boolean,
) {
  const lost = result.workflowData !== undefined && result.noWebhookResponse !== true;
  if (!lost) state.save(workflow, test);
}

/** Marks what the node threw, apart from what went wrong around it: n8n tells the sender nothing of either. */
class NodeFailure extends Error {
  override readonly cause: Error;

  constructor(cause: Error) {
    super(cause.message);
    this.cause = cause;
  }
}

function publicError(thrown: unknown): Error {
  if (!(thrown instanceof NodeFailure)) return new Error('There was a problem executing the workflow');
  const { cause } = thrown;
  if (cause instanceof workflowModule.WorkflowConfigurationError) return new Error(cause.message);
  return new Error('Workflow Webhook Error: Workflow could not be started!');
}

const asError = (thrown: unknown) => (thrown instanceof Error ? thrown : new Error(String(thrown)));
