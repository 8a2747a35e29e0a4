export { type FakeClock, fakeClock } from './clock.ts';
export { type ContractOptions, describePlatform } from './contract.ts';
export { type DeliveryOptions, signedDelivery, type Signer, signingScheme } from './delivery.ts';
export {
  expectedItem,
  fixtureDelivery,
  fixtureEvents,
  fixtureHeaders,
  fixtureNames,
  fixturesFolder,
  readFixture,
  relatedAnswer,
} from './fixtures.ts';
export {
  type Routes,
  type Script,
  type ScriptedAnswer,
  type ScriptedHttp,
  scriptedHttp,
  timeoutError,
} from './http.ts';
export { fixtureTime } from './moment.ts';
export { fixtureSecret } from './secret.ts';
export { type MemorySeen, memorySeen } from './seen.ts';
