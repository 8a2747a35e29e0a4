export { type FaultName, faultNames, faults, wrongSecret } from './delivery/fault.ts';
export type { Pace } from './delivery/order.ts';
export type { Attempt, AttemptOutcome, AttemptRequest, DeliveryRecord } from './delivery/record.ts';
export { Feed, type FeedEvent, type FeedListener, type FeedWebhook } from './feed.ts';
export type { ApiFault, ApiFaultRule } from './http/api-fault.ts';
export type { ActiveApiFault } from './http/api-faults.ts';
export { type Listening, listen } from './http/listen.ts';
export type { RequestFilter, ServedRequest } from './http/request-log.ts';
export type { AllyFireOptions, AllyOptions, AllySimulator } from './platforms/ally/index.ts';
export type { Appointment } from './platforms/ally/records.ts';
export type { AllySettings } from './platforms/ally/settings.ts';
export type { AllyWebhook, WebhookView } from './platforms/ally/webhooks.ts';
export type { HaloOptions, HaloSimulator } from './platforms/halo/index.ts';
export type { HaloSettings } from './platforms/halo/settings.ts';
export type { HaloNotification, HaloWebhook } from './platforms/halo/webhooks.ts';
export type { HaloConnectOptions, HaloConnectSimulator } from './platforms/halo-connect/index.ts';
export type { EkaCareOptions, EkaCareSimulator } from './platforms/eka-care/index.ts';
export type { EkaCareSettings } from './platforms/eka-care/settings.ts';
export type { EkaCareWebhook } from './platforms/eka-care/webhooks.ts';
export type { DeliveryFilter, ResendOptions } from './platforms/deliveries.ts';
export type { FireOptions, Firing } from './platforms/fire.ts';
export type { Platforms } from './platforms/index.ts';
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
