import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cwd } from 'node:process';
import type { Delivery } from '../delivery.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { Platform } from '../platform.ts';
import { fixtureTime } from './moment.ts';

const workspaceName = 'carehooks-workspace';

/**
 * The folder of the fixtures. Found from the working directory upwards: the file that this module is in has no address
 * that means the same under Jest and under Node.
 */
export function fixturesFolder(): string {
  for (let folder = cwd(); ; folder = dirname(folder)) {
    if (isWorkspace(folder)) return join(folder, 'fixtures');
    if (folder === dirname(folder)) throw new Error(`No folder above ${cwd()} is the ${workspaceName}.`);
  }
}

function isWorkspace(folder: string): boolean {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return false;
  const { name } = JSON.parse(readFileSync(file, 'utf8')) as { name?: string };
  return name === workspaceName;
}

/** Names of the recorded bodies of a platform, without `.json`. */
export function fixtureNames(platform: string): string[] {
  return readdirSync(join(fixturesFolder(), platform))
    .filter((file) => file.endsWith('.json') && !file.endsWith('.headers.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

/** The body, byte for byte. */
export function readFixture(platform: string, name: string): Buffer {
  return readFileSync(join(fixturesFolder(), platform, `${name}.json`));
}

/** The headers that go with the body, signed with the secret of the fixtures at their time. */
export function fixtureHeaders(platform: string, name: string): Record<string, string> {
  return readJson(join(platform, `${name}.headers.json`)) as Record<string, string>;
}

/** The item that every host makes of the body. */
export function expectedItem(platform: string, name: string): JsonObject {
  return readJson(join(platform, 'expected', `${name}.json`)) as JsonObject;
}

/** What the API answers when a relation of the fixtures is fetched, or null where nothing is recorded. */
export function relatedAnswer(platform: string, relation: string): JsonValue {
  const file = join(platform, 'related', `${relation}.json`);
  return existsSync(join(fixturesFolder(), file)) ? readJson(file) : null;
}

/** A recorded delivery, as it arrives. */
export function fixtureDelivery(platform: string, name: string): Delivery {
  return {
    method: 'POST',
    headers: fixtureHeaders(platform, name),
    query: {},
    body: readFixture(platform, name),
    receivedAt: fixtureTime,
  };
}

/** The events that a trigger for this body is set to: the one that it is named after, else any. */
export function fixtureEvents(platform: Pick<Platform, 'events'>, name: string): string[] {
  return platform.events.some((event) => event.type === name) ? [name] : [];
}

function readJson(file: string): JsonValue {
  return JSON.parse(readFileSync(join(fixturesFolder(), file), 'utf8')) as JsonValue;
}
