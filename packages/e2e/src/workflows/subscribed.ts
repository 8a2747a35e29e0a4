import type { SimulatedPlatform, Simulator } from '@carehooks/simulator';
import type { N8nClient } from '../client/n8n-client.ts';
import { type TriggerNode, triggerNode, webhookUrl, workflowOf } from '../client/workflow.ts';

export interface SubscribedWorkflow {
  readonly id: string;
  readonly trigger: TriggerNode;
  readonly url: string;
}

export interface SubscribedOptions {
  /** Name of the node and of its credential in n8n's style, e.g. `ekaCare`. */
  readonly node: string;
  readonly platform: SimulatedPlatform;
  readonly name: string;
  readonly parameters: Record<string, unknown>;
}

/** A workflow whose trigger subscribes by itself when it is published. */
export async function setUpSubscribed(
  client: N8nClient,
  serverUrl: string,
  simulator: Simulator,
  { node, platform, name, parameters }: SubscribedOptions,
): Promise<SubscribedWorkflow> {
  const connection = platform.account.connection(simulator.url);
  const credential = await client.createCredential(`${node}Api`, `${name} account`, { ...connection });
  const trigger = triggerNode({
    type: `n8n-nodes-carehooks.${node}Trigger`,
    typeVersion: 2,
    name,
    parameters: { expand: [], output: 'full', options: {}, ...parameters },
    credentials: { [`${node}Api`]: { id: credential.id, name: credential.name } },
  });
  const { id } = await client.createWorkflow(workflowOf(trigger));
  return { id, trigger, url: webhookUrl(serverUrl, trigger, 'webhook') };
}
