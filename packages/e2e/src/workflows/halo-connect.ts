import type { Simulator } from '@carehooks/simulator';
import type { N8nClient } from '../client/n8n-client.ts';
import { type TriggerNode, triggerNode, webhookUrl, workflowOf } from '../client/workflow.ts';

export interface HaloConnectWorkflow {
  readonly id: string;
  readonly trigger: TriggerNode;
}

/**
 * Sets Halo Connect up as a person does: a workflow with the trigger, whose URL is registered with the platform, and
 * the secret that came back in a credential. It is not published yet.
 */
export async function setUpHaloConnect(
  client: N8nClient,
  serverUrl: string,
  simulator: Simulator,
  { name, parameters }: { readonly name: string; readonly parameters: Record<string, unknown> },
): Promise<HaloConnectWorkflow> {
  const { account } = simulator.platforms.haloConnect;
  const draft = triggerNode({
    type: 'n8n-nodes-carehooks.haloConnectTrigger',
    typeVersion: 2,
    name,
    parameters: { output: 'full', options: {}, ...parameters },
  });
  const secret = account.register(webhookUrl(serverUrl, draft, 'webhook'));
  const webhook = await client.createCredential('haloConnectWebhookApi', 'Halo Connect webhook', { secret });
  const connection = { ...account.connection(simulator.url) };
  const api = await client.createCredential('haloConnectApi', 'Halo Connect account', connection);
  const credentials = {
    haloConnectWebhookApi: { id: webhook.id, name: webhook.name },
    haloConnectApi: { id: api.id, name: api.name },
  };
  const trigger = { ...draft, credentials };
  const { id } = await client.createWorkflow(workflowOf(trigger));
  return { id, trigger };
}
