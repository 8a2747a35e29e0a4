import { type TriggerNode, type WorkflowNode, webhookUrl } from '../../src/client/workflow.ts';
import { readExample } from '../../src/workflows/examples.ts';
import type { World } from './world.ts';

/** What a user fills in after the import, as the sticky notes say: by node, and credentials by their type. */
export type FilledIn = Readonly<
  Record<
    string,
    {
      readonly parameters?: Readonly<Record<string, unknown>>;
      readonly credentials?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    }
  >
>;

/** An example workflow on the server, imported as it lies in the repository. */
export interface Example {
  readonly id: string;
  /** The production URL of a trigger. */
  url(trigger: string): string;
  /** Fills in what is missing, and publishes. */
  publish(filledIn: FilledIn): Promise<void>;
}

/** Imports a file. As it lies, n8n refuses to publish it: what is to be filled in is empty and not merely an example. */
export async function importExample({ client, server }: World, file: string): Promise<Example> {
  const workflow = readExample(file);
  const { id, name, nodes, connections } = await client.importWorkflow(workflow);
  await expect(client.publish(id)).rejects.toThrow('Cannot publish workflow');
  const node = (wanted: string): WorkflowNode => {
    const found = nodes.find((one) => one.name === wanted);
    if (found === undefined) throw new Error(`${file} has no node "${wanted}".`);
    return found;
  };
  const about = node('About').parameters['content'];

  async function fill(one: WorkflowNode, filledIn: FilledIn): Promise<WorkflowNode> {
    const { parameters = {}, credentials = {} } = filledIn[one.name] ?? {};
    const references = Object.entries(credentials).map(async ([type, data]) => {
      const made = await client.createCredential(type, `${type} of ${name}`, data);
      return [type, { id: made.id, name: made.name }] as const;
    });
    return {
      ...one,
      parameters: { ...one.parameters, ...parameters },
      credentials: Object.fromEntries(await Promise.all(references)),
    };
  }

  return {
    id,
    url: (trigger) => webhookUrl(server.url, node(trigger) as TriggerNode, 'webhook'),
    async publish(filledIn) {
      for (const filled of Object.keys(filledIn)) expect(about).toContain(`**${node(filled).name}**:`);
      const filled = await Promise.all(nodes.map((one) => fill(one, filledIn)));
      await client.updateWorkflow(id, { name, nodes: filled, connections, settings: workflow.settings });
      await client.publish(id);
    },
  };
}
