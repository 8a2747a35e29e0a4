import { accept, type AcceptOptions } from '../../accept.ts';
import { complete, type CompleteOptions } from '../../complete.ts';
import type { Connection, Setting } from '../../connection.ts';
import type { Delivery } from '../../delivery.ts';
import type { CareEvent } from '../../event.ts';
import type { Item } from '../../item.ts';
import type { JsonValue } from '../../json.ts';
import type { Platform } from '../../platform.ts';
import { fakeClock } from '../clock.ts';
import { signedDelivery } from '../delivery.ts';
import { fixtureEvents, fixtureNames, readFixture } from '../fixtures.ts';
import { scriptedHttp } from '../http.ts';
import { fixtureSecret } from '../secret.ts';

/** A platform on the test bench. */
export interface Subject {
  readonly platform: Platform;
  readonly connection: Connection;
  /** Names of its fixtures. */
  readonly names: readonly string[];
}

export function subjectOf(platform: Platform, connection: Connection): Subject {
  const filled = platform.settings.map((setting) => [setting.key, valueFor(setting)] as const);
  return {
    platform,
    connection: { ...Object.fromEntries(filled), ...connection },
    names: fixtureNames(platform.id),
  };
}

function valueFor({ key, type, choices, default: preset }: Setting): string {
  if (preset !== undefined) return preset;
  if (choices !== undefined) return choices[0]?.value ?? '';
  return type === 'text' && /url/i.test(key) ? 'https://care.example.com/api' : `test_${key}`;
}

export function bodyOf(subject: Subject, name: string): JsonValue {
  return JSON.parse(readFixture(subject.platform.id, name).toString('utf8')) as JsonValue;
}

/** The fixture as a delivery signed now, not as recorded. */
export function deliveryOf(subject: Subject, name: string): Delivery {
  const { platform } = subject;
  return signedDelivery({ platform, body: readFixture(platform.id, name), id: 'delivery_1' });
}

export function acceptOptions(subject: Subject, name: string): AcceptOptions {
  const { platform } = subject;
  return { platform, secrets: [fixtureSecret(platform)], events: fixtureEvents(platform, name) };
}

/** The events of a delivery that has to be accepted. */
export function eventsOf(delivery: Delivery, options: AcceptOptions): readonly CareEvent[] {
  const outcome = accept(delivery, options);
  if (outcome.kind !== 'accepted') throw new Error(`Not accepted: ${JSON.stringify(outcome)}`);
  return outcome.events;
}

export function fixtureEventsOf(subject: Subject, name: string): readonly CareEvent[] {
  return eventsOf(deliveryOf(subject, name), acceptOptions(subject, name));
}

export function completeOptions(subject: Subject): CompleteOptions {
  return {
    platform: subject.platform,
    connection: subject.connection,
    relations: [],
    onFailure: 'keep',
    output: 'full',
    timeLimit: 10_000,
    http: scriptedHttp({}).http,
    clock: fakeClock(),
  };
}

export function itemsOf(
  events: readonly CareEvent[],
  subject: Subject,
  changed: Partial<CompleteOptions> = {},
): Promise<Item[]> {
  return complete(events, { ...completeOptions(subject), ...changed });
}
