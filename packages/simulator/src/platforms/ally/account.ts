import type { SimulatorClock } from '../../clock.ts';
import type { Settings } from '../../settings.ts';
import type { DemoAccount } from '../account.ts';
import type { AllySettings } from './settings.ts';
import { eventTypes, type Webhooks } from './webhooks.ts';

const createdAt = /("createdAt"\s*:\s*)"(?<time>[^"]*)"/;
const updatedAt = /("updatedAt"\s*:\s*)"(?<time>[^"]*)"/;

export function demoAccount(
  webhooks: Webhooks,
  settings: Settings<AllySettings>,
  clock: SimulatorClock,
): DemoAccount {
  return {
    connection: (simulatorUrl) => ({
      apiKey: settings.current.api.keys.find((key) => key.startsWith('test_')) ?? '',
      baseUrl: `${simulatorUrl}/ally/v1`,
    }),
    register: (url) => webhooks.create({ url, events: [...eventTypes], mode: 'test' }, clock.now()).secret,
    renew: (body, at) => Buffer.from(renew(Buffer.from(body).toString(), at.toISOString())),
  };
}

/**
 * Edited as text, so that whatever else stands in the body stays as it is. An appointment that nobody has changed since
 * it was made tells of its creation, and goes on doing so.
 */
function renew(text: string, time: string): string {
  const [made, changed] = [createdAt, updatedAt].map((field) => field.exec(text)?.groups?.['time']);
  const renewed = text.replace(updatedAt, `$1"${time}"`);
  return made === changed ? renewed.replace(createdAt, `$1"${time}"`) : renewed;
}
