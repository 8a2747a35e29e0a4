export { type FaultName, faultNames, faults, wrongSecret } from './delivery/fault.ts';
export type { Pace } from './delivery/order.ts';
export type { Attempt, AttemptOutcome, AttemptRequest, DeliveryRecord } from './delivery/record.ts';
export { Feed, type FeedEvent, type FeedListener, type FeedWebhook } from './feed.ts';
export type { ApiFault, ApiFaultRule } from './http/api-fault.ts';
export type { ActiveApiFault } from './http/api-faults.ts';
export { type Listening, listen } from './http/listen.ts';
export type { RequestFilter, ServedRequest } from './http/request-log.ts';
export type { DeliveryFilter, ResendOptions } from './platforms/deliveries.ts';
export type { FireOptions, Firing } from './platforms/fire.ts';
export { findSimulated, type Platforms } from './platforms/index.ts';
export type { SimulatedPlatform } from './platforms/platform.ts';
export { Refusal } from './refusal.ts';
export {
  createSimulation,
  type Simulation,
  type SimulationOptions,
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from './simulator.ts';
