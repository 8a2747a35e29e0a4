import type { IDataObject, INodeType, INodeTypes } from 'n8n-workflow';
import type { AnyNodeType, N8nPackage } from './package.ts';
import { workflowModule } from './runtime.ts';

/** The registry a workflow looks its nodes up in, under full names such as `n8n-nodes-x.someTrigger`. */
export class PackageNodeTypes implements INodeTypes {
  readonly #types: Map<string, AnyNodeType>;

  constructor(types: Iterable<[string, AnyNodeType]>) {
    this.#types = new Map(types);
  }

  static of(pack: N8nPackage): PackageNodeTypes {
    return new PackageNodeTypes([...pack.nodes].map(([name, type]) => [`${pack.name}.${name}`, type]));
  }

  getByName(nodeType: string): AnyNodeType {
    const type = this.#types.get(nodeType);
    if (!type) throw new Error(`Unknown node type ${nodeType}; known: ${[...this.#types.keys()].join(', ')}`);
    return type;
  }

  getByNameAndVersion(nodeType: string, version?: number): INodeType {
    return workflowModule.NodeHelpers.getVersionedNodeType(this.getByName(nodeType), version);
  }

  getKnownTypes(): IDataObject {
    return {};
  }
}
