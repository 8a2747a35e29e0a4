import { type ErrorCode, hintFor, messageFor } from '@carehooks/core';
import { type IHookFunctions, NodeOperationError } from 'n8n-workflow';
import { readAcceptParameters } from './parameters.ts';
import type { Trigger } from './trigger.ts';

type Hook = (this: IHookFunctions) => Promise<boolean>;

export interface Lifecycle {
  default: { checkExists: Hook; create: Hook; delete: Hook };
}

/**
 * For platforms without an API for webhooks: a person pastes the URL into the platform's settings, so that there is
 * nothing to create when a workflow is published and nothing to remove when it no longer is. What can be checked is
 * whether deliveries could be verified and completed at all.
 */
export function manualLifecycle(trigger: Trigger): Lifecycle {
  return {
    default: {
      // Always asks for `create`, since n8n shows what goes wrong there.
      checkExists: async () => false,
      async create() {
        const problem = findProblem(this, trigger);
        if (problem === null) return true;
        throw new NodeOperationError(this.getNode(), messageFor(problem), { description: hintFor(problem) });
      },
      delete: async () => true,
    },
  };
}

/** What is missing for deliveries to be verified and completed. */
function findProblem(context: IHookFunctions, trigger: Trigger): ErrorCode | null {
  const { credentials } = context.getNode();
  const unverified = credentials?.[trigger.secretCredential] === undefined;
  if (unverified && !readAcceptParameters(context).acceptUnsigned) return 'secret-missing';
  const relations = context.getNodeParameter('expand', []) as string[];
  const unconnected = credentials?.[trigger.apiCredential] === undefined;
  return unconnected && relations.length > 0 ? 'connection-missing' : null;
}
