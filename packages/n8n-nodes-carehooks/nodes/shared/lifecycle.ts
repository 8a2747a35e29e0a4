import type { IHookFunctions } from 'n8n-workflow';

type Hook = (this: IHookFunctions) => Promise<boolean>;

export interface Lifecycle {
  default: { checkExists: Hook; create: Hook; delete: Hook };
}

/**
 * For platforms without an API for webhooks: a person pastes the URL into the platform's settings, so that there is
 * nothing to create when a workflow is published and nothing to remove when it no longer is.
 */
export function manualLifecycle(): Lifecycle {
  const nothingToDo: Hook = async () => true;
  return { default: { checkExists: nothingToDo, create: nothingToDo, delete: nothingToDo } };
}
