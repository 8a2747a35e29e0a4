import type { Delivery } from './delivery.ts';
import { type CareEvent, toEvent } from './event.ts';
import { isChosen, nameEvent } from './event-name.ts';
import { type FieldFilter, passesFilters } from './filter.ts';
import { isShallow, type JsonValue, pick } from './json.ts';
import type { Outcome } from './outcome.ts';
import type { Platform } from './platform.ts';
import { verify, type VerifyOptions } from './signature/verify.ts';

export interface AcceptOptions {
  readonly platform: Platform;
  /** Current and previous secret. Without any, deliveries are rejected unless `acceptUnsigned` is set. */
  readonly secrets: readonly string[];
  /** Event types that are wanted; none means all. */
  readonly events?: readonly string[];
  readonly filters?: readonly FieldFilter[];
  /** Lower-case name of a header that names the event, where the user knows one. */
  readonly eventHeader?: string;
  readonly verification?: VerifyOptions;
  /** `minimal` leaves out of the events what the minimal item does not have, since hosts may store them on the way. */
  readonly output?: 'full' | 'minimal';
}

/**
 * The first half of the pipeline: tells whether a delivery is authentic, what it says, and whether that is wanted.
 * Synchronous and without I/O, so that the platform has its answer at once.
 *
 * Nothing is parsed before the signature over the raw bytes has been checked.
 */
export function accept(delivery: Delivery, options: AcceptOptions): Outcome {
  const verdict = verify(delivery, options.platform.signature, options.secrets, options.verification);
  if (!verdict.ok) return { kind: 'rejected', code: verdict.code };
  const { verification } = verdict;
  const { receivedAt } = delivery;

  const body = parseBody(delivery.body);
  if (body === undefined) return { kind: 'rejected', code: 'body-malformed' };

  const parts = options.platform.envelope.open(body, delivery.query);
  const unwrapped = parts.filter((part) => part !== null);
  if (parts.length === 0) return { kind: 'ignored', reason: 'no-event', verification };
  if (unwrapped.length === 0) return { kind: 'rejected', code: 'envelope-unexpected' };

  const chosen = unwrapped
    .map((part) => ({ part, name: nameEvent(part, delivery, options) }))
    .filter(({ name }) => isChosen(name, options.events ?? []));
  if (chosen.length === 0) return { kind: 'ignored', reason: 'event-not-chosen', verification };

  const wanted = chosen.filter(({ part }) => passesFilters(part.entity, options.filters ?? []));
  if (wanted.length === 0) return { kind: 'ignored', reason: 'filtered-out', verification };

  const events = wanted.map(({ part, name }) => {
    const event = toEvent(part, { ...name, platform: options.platform.id, receivedAt, verification });
    return options.output === 'minimal' ? minimize(event, options.platform) : event;
  });
  return { kind: 'accepted', events, verification, malformed: parts.length - unwrapped.length };
}

const strictDecoder = new TextDecoder('utf-8', { fatal: true });

function parseBody(bytes: Uint8Array): JsonValue | undefined {
  try {
    const body = JSON.parse(decode(bytes)) as JsonValue;
    if (isShallow(body)) return body;
  } catch {
    // The error would quote the body; all that matters is that it cannot be read.
  }
  return undefined;
}

/**
 * Text in UTF-8, without a byte order mark. Buffers decode much faster than a strict decoder does, and put U+FFFD for
 * what is not UTF-8: only where that shows does the strict one have to tell.
 *
 * @throws TypeError when it is not UTF-8
 */
function decode(bytes: Uint8Array): string {
  const { buffer, byteOffset, byteLength } = bytes;
  const text = (Buffer.isBuffer(bytes) ? bytes : Buffer.from(buffer, byteOffset, byteLength)).toString();
  // Stryker disable next-line ConditionalExpression,StringLiteral: a shortcut. The strict decoder gives the same text.
  if (text.includes('\ufffd')) return strictDecoder.decode(bytes);
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** The event with ids, states and times only. Related records are found by their ids all the same. */
function minimize(event: CareEvent, { minimal }: Platform): CareEvent {
  return { ...event, entity: pick(event.entity, minimal), around: {} };
}
