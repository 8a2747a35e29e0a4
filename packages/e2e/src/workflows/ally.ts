import type { Simulator } from '@carehooks/simulator';
import type { N8nClient } from '../client/n8n-client.ts';
import { type TriggerNode, triggerNode, webhookUrl, workflowOf } from '../client/workflow.ts';

/** Path of every trigger's webhook, after its id. */
export const webhookPath = 'webhook';

export interface AllyWorkflowOptions {
  readonly name: string;
  readonly parameters?: Record<string, unknown>;
  /** Beside the secret of the webhook that is made for the workflow. */
  readonly secrets?: Record<string, string>;
  /** Changes the API credential; null leaves it out. */
  readonly api?: Record<string, string> | null;
}

export interface AllyWorkflow {
  readonly id: string;
  readonly trigger: TriggerNode;
  readonly url: string;
  /** Of the webhook in the simulated dashboard. */
  readonly webhookId: string;
  readonly secret: string;
}

const events = [
  'appointment.created',
  'appointment.scheduled',
  'appointment.completed',
  'appointment.cancelled',
  'appointment.updated',
] as const;

const labels: Readonly<Record<string, string>> = {
  allyWebhookApi: 'Ally webhook',
  allyApi: 'Ally account',
};

/**
 * Sets Ally up as a person does: a workflow with the trigger, a webhook with the trigger's URL in the platform's
 * dashboard, its secret in a credential. It is not published yet.
 */
export async function setUpAlly(
  client: N8nClient,
  serverUrl: string,
  simulator: Simulator,
  { name, parameters = {}, secrets = {}, api = {} }: AllyWorkflowOptions,
): Promise<AllyWorkflow> {
  const { ally } = simulator.platforms;
  const draft = triggerNode({ type: 'n8n-nodes-carehooks.allyTrigger', typeVersion: 2, name });
  const url = webhookUrl(serverUrl, draft, webhookPath);
  const webhook = ally.createWebhook({ url, events: [...events] });

  const reference = async (type: string, data: Record<string, string>) => {
    const credential = await client.createCredential(type, labels[type] ?? type, data);
    return { [type]: { id: credential.id, name: credential.name } };
  };
  const credentials = {
    ...(await reference('allyWebhookApi', { secret: webhook.secret, ...secrets })),
    ...(api === null
      ? {}
      : await reference('allyApi', { ...ally.account.connection(simulator.url), ...api })),
  };
  const trigger = {
    ...draft,
    parameters: { events: ['*'], expand: [], output: 'full', options: {}, ...parameters },
    credentials,
  };
  const { id } = await client.createWorkflow(workflowOf(trigger));
  return { id, trigger, url, webhookId: webhook.id, secret: webhook.secret };
}
