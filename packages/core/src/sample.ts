import { clientOf, complete, type CompleteOptions } from './complete.ts';
import type { UnwrappedEvent } from './envelope.ts';
import { type CareEvent, toEvent } from './event.ts';
import { converse } from './http/client.ts';
import type { Item } from './item.ts';
import type { JsonValue } from './json.ts';
import type { Platform } from './platform.ts';
import type { VerificationMethod } from './signature/verdict.ts';

export type SampleOptions = Omit<CompleteOptions, 'seen'>;

/** How many records are shown or, where they are expanded, fetched for. */
const sampleCount = 3;

/**
 * Items to map fields from, made of recent records by the pipeline that makes live items, so that they have the same
 * shape. Records that this event cannot have told are left out.
 *
 * @param type the event that the trigger is for, or null for any event
 * @returns recent items, or the item of a recorded delivery where the API has none
 * @throws TriggerError with an `api-…` code when the API cannot be asked
 */
export async function sampleItems(type: string | null, options: SampleOptions): Promise<Item[]> {
  const started = options.clock.now();
  const bodies = (await listRecent(options)).filter((body) => couldTell(options.platform, body, type));
  if (bodies.length > 0) return toItems(bodies.slice(0, sampleCount), type, withTimeLeft(options, started));
  return [await fixtureItem(type, options)];
}

/** The item of a recorded delivery: nothing is asked of the API. */
export async function fixtureItem(type: string | null, options: SampleOptions): Promise<Item> {
  const { platform } = options;
  const name = type ?? platform.events[0]?.type ?? '';
  const body = platform.samples.fixtures[name];
  if (body === undefined) throw new Error(`No sample is recorded for the event ${name} of ${platform.name}.`);
  const [item] = await toItems([body], type, { ...options, relations: [] });
  if (item === undefined)
    throw new Error(`The sample of the event ${name} of ${platform.name} tells no event.`);
  return item;
}

/**
 * Items for records that changed since a time, for polling.
 *
 * @param since ISO 8601
 * @throws TriggerError with an `api-…` code
 */
export async function changedItems(since: string, options: CompleteOptions): Promise<Item[]> {
  const { platform, connection, clock } = options;
  if (platform.changes === undefined) throw new Error(`${platform.name} cannot be polled.`);
  const started = clock.now();
  const bodies = await converse(platform.changes.list(since, connection), clientOf(options));
  return toItems(bodies, platform.changes.event, withTimeLeft(options, started));
}

/** The time is for all requests together: what was taken since is no longer there for further ones. */
export function withTimeLeft<Options extends SampleOptions>(options: Options, started: number): Options {
  return { ...options, timeLimit: options.timeLimit - (options.clock.now() - started) };
}

async function listRecent(options: SampleOptions): Promise<readonly JsonValue[]> {
  const { platform, connection, clock } = options;
  return platform.samples.list === undefined
    ? []
    : converse(platform.samples.list(connection, clock.now()), clientOf(options));
}

function couldTell(platform: Platform, body: JsonValue, type: string | null): boolean {
  const [unwrapped] = platform.envelope.open(body);
  return (
    unwrapped != null &&
    (type === null || unwrapped.type === type || unwrapped.possible?.includes(type) === true)
  );
}

function toItems(
  bodies: readonly JsonValue[],
  type: string | null,
  options: CompleteOptions,
): Promise<Item[]> {
  const events = bodies
    .flatMap((body) => options.platform.envelope.open(body))
    .filter((unwrapped) => unwrapped !== null)
    .map((unwrapped) => toSampleEvent(unwrapped, type, options));
  return complete(events, options);
}

/** A record of the API as the event that a delivery about it would have told. */
function toSampleEvent(
  unwrapped: UnwrappedEvent,
  type: string | null,
  { platform, clock }: CompleteOptions,
): CareEvent {
  return toEvent(unwrapped, {
    type: unwrapped.type ?? type ?? unwrapped.possible?.[0] ?? null,
    typeFrom: unwrapped.type != null ? 'body' : type === null ? 'derived' : 'declared',
    platform: platform.id,
    receivedAt: clock.now(),
    verification: { method: usualMethod(platform), header: null },
  });
}

function usualMethod({ signature }: Platform): VerificationMethod {
  if (signature.kind === 'basic') return 'basic';
  return signature.kind === 'hmac' ? `hmac-${signature.algorithm}` : 'hmac-sha256';
}
