export { ActiveNode, type Received } from './active-node.ts';
export type { DeliveryReply, DeliveryRequest } from './delivery.ts';
export type { ExecuteOptions, Run } from './execution.ts';
export { loadN8nPackage, N8nHost, type ActivateOptions } from './host.ts';
export type { HookName, HookOptions } from './lifecycle.ts';
export type { LogEntry } from './logs.ts';
export type { N8nPackage } from './package.ts';
