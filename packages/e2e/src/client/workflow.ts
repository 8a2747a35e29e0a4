import { randomUUID } from 'node:crypto';

export interface CredentialReference {
  id: string;
  name: string;
}

export interface WorkflowNode {
  id: string;
  name: string;
  type: string;
  typeVersion: number;
  position: [number, number];
  parameters: Record<string, unknown>;
  /** Fixes the webhook's address; the editor makes one up, an imported trigger without it would get none. */
  webhookId?: string;
  /** By credential type. */
  credentials?: Record<string, CredentialReference>;
  disabled?: boolean;
}

interface Connections {
  main: { node: string; type: 'main'; index: number }[][];
}

/** A workflow as the public API takes it. */
export interface WorkflowDefinition {
  name: string;
  nodes: WorkflowNode[];
  connections: Record<string, Connections>;
  settings: Record<string, unknown>;
}

/** A workflow as n8n exports it; whatever else a file holds is n8n's to judge. */
export interface WorkflowFile extends WorkflowDefinition {
  readonly [key: string]: unknown;
}

export interface SavedWorkflow extends WorkflowDefinition {
  id: string;
  active: boolean;
  staticData?: unknown;
}

export interface TriggerOptions {
  /** With the package's name: `n8n-nodes-carehooks.someTrigger`. */
  type: string;
  typeVersion: number;
  /** Both the trigger's and the workflow's name. */
  name: string;
  parameters?: Record<string, unknown>;
  credentials?: Record<string, CredentialReference>;
}

export interface TriggerNode extends WorkflowNode {
  webhookId: string;
}

/** A trigger node with an address of its own. */
export function triggerNode({
  type,
  typeVersion,
  name,
  parameters,
  credentials,
}: TriggerOptions): TriggerNode {
  return {
    id: randomUUID(),
    name,
    type,
    typeVersion,
    position: [0, 0],
    parameters: parameters ?? {},
    webhookId: randomUUID(),
    ...(credentials === undefined ? {} : { credentials }),
  };
}

/** The smallest workflow that can be published: the trigger, and a node that does nothing with its items. */
export function workflowOf(trigger: TriggerNode, settings: Record<string, unknown> = {}): WorkflowDefinition {
  const noOp: WorkflowNode = {
    id: randomUUID(),
    name: 'Done',
    type: 'n8n-nodes-base.noOp',
    typeVersion: 1,
    position: [260, 0],
    parameters: {},
  };
  const connections = { [trigger.name]: { main: [[{ node: noOp.name, type: 'main' as const, index: 0 }]] } };
  return { name: trigger.name, nodes: [trigger, noOp], connections, settings };
}

/** The address of a published trigger; `path` is the one in the node's webhook description. */
export function webhookUrl(serverUrl: string, trigger: TriggerNode, path: string): string {
  return `${serverUrl}/webhook/${trigger.webhookId}/${path}`;
}

/** The address while the editor listens for a test event. */
export function testWebhookUrl(serverUrl: string, trigger: TriggerNode, path: string): string {
  return `${serverUrl}/webhook-test/${trigger.webhookId}/${path}`;
}
