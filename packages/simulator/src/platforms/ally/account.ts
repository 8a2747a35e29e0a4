import type { SimulatorClock } from '../../clock.ts';
import type { Settings } from '../../settings.ts';
import type { DemoAccount } from '../account.ts';
import type { AllySettings } from './settings.ts';
import { eventTypes, type Webhooks } from './webhooks.ts';

const updatedAt = /("updatedAt"\s*:\s*)"[^"]*"/;

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
    // Edited as text, so that whatever else stands in the body stays as it is.
    renew: (body, at) =>
      Buffer.from(Buffer.from(body).toString().replace(updatedAt, `$1"${at.toISOString()}"`)),
  };
}
