export { type FaultName, faultNames, faults, wrongSecret } from './delivery/fault.ts';
export type { Attempt, AttemptOutcome, DeliveryRecord } from './delivery/record.ts';
export { Feed, type FeedEvent } from './feed.ts';
export type { ApiFaultRule } from './api-faults/rule.ts';
export { type Listening, listen } from './http/listen.ts';
export type { ServedRequest } from './http/request-log.ts';
export type { FireOptions } from './platforms/fire.ts';
export { findSimulated } from './platforms/index.ts';
export type { SimulatedPlatform } from './platforms/platform.ts';
export { Refusal } from './refusal.ts';
export {
  createSimulation,
  type Simulation,
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from './simulator.ts';
