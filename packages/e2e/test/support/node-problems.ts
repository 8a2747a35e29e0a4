import { type INodeProperties, type INodeTypeDescription, NodeHelpers } from 'n8n-workflow';
import type { WorkflowNode } from '../../src/client/workflow.ts';

/** What of a node n8n's own descriptions do not know: its type, its version, a parameter, or a choice of one. */
export function problemsOf(node: WorkflowNode, types: readonly INodeTypeDescription[]): string[] {
  const description = types.find(
    ({ name, version }) => name === node.type && [version].flat().includes(node.typeVersion),
  );
  if (description === undefined) return [`${node.type} has no version ${node.typeVersion}`];
  return [...unknownParameters(node, description), ...unknownChoices(node, description)];
}

/** n8n keeps the parameters that a description has and shows, at every depth, and drops the others. */
function unknownParameters(node: WorkflowNode, description: INodeTypeDescription): string[] {
  const { properties } = description;
  const parameters = node.parameters as Parameters<typeof NodeHelpers.getNodeParameters>[1];
  const kept = NodeHelpers.getNodeParameters(properties, parameters, true, false, node, description);
  return lost(node.parameters, kept, node.name);
}

function lost(wanted: unknown, kept: unknown, path: string): string[] {
  if (typeof wanted !== 'object' || wanted === null)
    return Object.is(wanted, kept) ? [] : [`${path} is unknown`];
  if (typeof kept !== 'object' || kept === null) return [`${path} is unknown`];
  const found = kept as Record<string, unknown>;
  return Object.entries(wanted).flatMap(([key, value]) => lost(value, found[key], `${path}.${key}`));
}

function unknownChoices(node: WorkflowNode, description: INodeTypeDescription): string[] {
  const { parameters } = node;
  return description.properties
    .filter((property) => isChoice(property) && parameters[property.name] !== undefined)
    .filter((property) => NodeHelpers.displayParameter(parameters as never, property, node, description))
    .flatMap((property) => {
      const known = (property.options ?? []).map((option) =>
        'value' in option ? option.value : option.name,
      );
      const chosen = [parameters[property.name]].flat() as typeof known;
      return chosen
        .filter((value) => !known.includes(value))
        .map((value) => `${property.name} has no ${value}`);
    });
}

/** A list that is fixed; others are asked of the service. */
function isChoice({ type, typeOptions }: INodeProperties): boolean {
  return ['options', 'multiOptions'].includes(type) && typeOptions?.loadOptionsMethod === undefined;
}
