import type { N8nClient } from '../client/n8n-client.ts';
import { type TriggerNode, triggerNode } from '../client/workflow.ts';

/** The same in every run, so that a picture only changes when the node does. */
const webhookId = '6d5c2f84-3b1e-4f0a-9c7d-2e8a1b40f95c';

/** Between the middles of two nodes on the canvas. */
const [column, row] = [220, 200];

export interface Exhibit {
  /** Name of the picture, and of the node. */
  readonly picture: string;
  /** Without the package and `Trigger`. */
  readonly node: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly credentials?: TriggerNode['credentials'];
}

/** One workflow with a trigger for each picture: to open a workflow takes n8n long enough. */
export async function createGallery(client: N8nClient, exhibits: readonly Exhibit[]): Promise<string> {
  const nodes = exhibits.map(({ picture: name, node, parameters, credentials }, index): TriggerNode => ({
    ...triggerNode({
      type: `n8n-nodes-carehooks.${node}Trigger`,
      typeVersion: 2,
      name,
      parameters: { ...parameters },
      ...(credentials && { credentials }),
    }),
    webhookId,
    position: [(index % 3) * column, Math.floor(index / 3) * row],
  }));
  return (await client.createWorkflow({ name: 'Gallery', nodes, connections: {}, settings: {} })).id;
}
