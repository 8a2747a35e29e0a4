import type { JsonValue } from '@carehooks/core';
import { livePlatforms } from '../../src/live/platforms/index.ts';
import { people } from './person.ts';

const live = people();

/** Every text, and every number that could name something, wherever it stands. */
function valuesOf(value: JsonValue): string[] {
  if (Array.isArray(value)) return value.flatMap(valuesOf);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(valuesOf);
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

function parse(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}

/** What a report may hold though it stands in records as well: closed lists, and words of our own. */
function isOurs(value: string, words: string): boolean {
  return words.toLowerCase().includes(value.toLowerCase());
}

it.each(livePlatforms)(
  'holds nothing of the records, headers and secrets of $platform.name',
  async ({ platform, checks }) => {
    const { report, simulated, secret, connection } = await live(platform.id, {
      words: ['--wait', '0.7'],
      hold: 300,
    });
    const words = JSON.stringify([checks, platform.name, platform.events, Object.keys(platform.relations)]);
    const attempts = simulated.deliveries.list().flatMap((record) => record.attempts);
    const sent = attempts.flatMap(({ request }) => [
      ...valuesOf(parse(request.body)),
      ...Object.values(request.headers),
    ]);
    const records = valuesOf(JSON.parse(JSON.stringify(simulated.records())) as JsonValue);
    const { clientSecret = '', apiKey = '', clientId = '' } = connection;
    const secrets = [secret, clientSecret, apiKey, clientId].filter((one) => one !== '');
    const values = new Set([...sent, ...records, ...secrets].map((value) => value.trim()));
    const telling = [...values].filter((value) => value.length > 4 && !isOurs(value, words));
    expect(telling.length).toBeGreaterThan(20);
    expect(telling.filter((value) => report.includes(value))).toEqual([]);
  },
);
