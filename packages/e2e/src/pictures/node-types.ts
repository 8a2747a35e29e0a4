import type { N8nClient } from '../client/n8n-client.ts';

/** A field of a node, as far as pictures need it. */
export interface NodeProperty {
  readonly displayName: string;
  readonly name: string;
  readonly default: unknown;
  readonly options?: readonly NodeProperty[];
  /** When it is shown; always where left out. */
  readonly displayOptions?: unknown;
}

interface NodeType {
  readonly name: string;
  readonly properties: readonly NodeProperty[];
}

/** The fields of a node as n8n describes them to its editor. */
export type PropertiesOf = (node: string) => readonly NodeProperty[];

export async function readNodeTypes({ connection }: N8nClient): Promise<PropertiesOf> {
  const types = await connection.file<NodeType[]>('/types/nodes.json');
  return (node) => {
    const type = types.find(({ name }) => name === `n8n-nodes-carehooks.${node}Trigger`);
    if (type === undefined)
      throw new Error(`n8n knows no trigger ${node}: is the package built and installed?`);
    return type.properties;
  };
}
