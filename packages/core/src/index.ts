export { accept, type AcceptOptions } from './accept.ts';
export type { Api } from './api.ts';
export { eventChoices } from './choices.ts';
export { complete, type CompleteOptions } from './complete.ts';
export { type Connection, type Setting, settingOf } from './connection.ts';
export { type Delivery, normalizeHeaders } from './delivery.ts';
export {
  type ErrorCode,
  errorCodes,
  type ErrorFacts,
  hintFor,
  messageFor,
  paragraphFor,
  TriggerError,
} from './errors.ts';
export type { CareEvent, EventNameSource } from './event.ts';
export type { ExpansionStatus } from './expansion/status.ts';
export type { Relation } from './expansion/relation.ts';
export { type FieldFilter, parseAlternatives } from './filter.ts';
export { readList, readNumber } from './form-values.ts';
export { type Client, converse } from './http/client.ts';
export type { ApiAnswer, ApiRequest, Exchange } from './http/exchange.ts';
export { parseBaseUrl } from './http/url.ts';
export type { Item, TriggerFields } from './item.ts';
export type { JsonObject, JsonValue } from './json.ts';
export type { IgnoredReason, Outcome } from './outcome.ts';
export type { Choice, EventDefinition, FilterDefinition, Platform } from './platform.ts';
export * from './platforms/index.ts';
export {
  type Clock,
  type Http,
  type HttpRequest,
  type HttpResponse,
  Interruption,
  type Log,
  type LogEntry,
  type Seen,
} from './ports.ts';
export { changedItems, fixtureItem, sampleItems, type SampleOptions, withTimeLeft } from './sample.ts';
export type { Algorithm, Encoding, HmacScheme, Scheme } from './signature/scheme.ts';
export type { Session, SessionToken } from './session.ts';
export { sign, type SignOptions } from './signature/sign.ts';
export type { Verification, VerificationMethod } from './signature/verdict.ts';
export { verify, type VerifyOptions } from './signature/verify.ts';
export { ensureSubscription, type EnsureAction } from './subscription/ensure.ts';
export {
  type Inspection,
  inspectSubscription,
  type InspectOptions,
  type SubscriptionProblem,
} from './subscription/inspect.ts';
export { isOurs } from './subscription/ours.ts';
export { removeSubscription, type RemoveOptions } from './subscription/remove.ts';
export { derivedSecrets, targetKey } from './subscription/secrets.ts';
export { checkTarget } from './subscription/target.ts';
export type {
  ApiSubscription,
  ManualSubscription,
  SentDelivery,
  Subscription,
} from './subscription/subscription.ts';
