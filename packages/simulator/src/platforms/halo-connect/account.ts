import type { Settings } from '../../settings.ts';
import type { DemoAccount } from '../account.ts';
import type { HaloConnectData } from './records.ts';
import type { HaloConnectSettings } from './settings.ts';
import type { Webhooks } from './webhooks.ts';

const id = /("id"\s*:\s*"[^"]*)([0-9a-f]{12})"/;
const occurredAt = /("occurredAt"\s*:\s*)"[^"]*"/;

export function demoAccount(
  webhooks: Webhooks,
  data: HaloConnectData,
  settings: Settings<HaloConnectSettings>,
): DemoAccount {
  return {
    connection: (simulatorUrl) => ({
      apiKey: settings.current.api.keys.production[0] ?? '',
      environment: 'custom',
      baseUrl: `${simulatorUrl}/halo-connect/production`,
      siteId: data.sites.list()[0]?.id ?? '',
    }),
    register: (url) => webhooks.set('production', { url }).secret,
    // Edited as text, so that whatever else stands in the body stays as it is.
    renew(body, at) {
      const end = at.getTime().toString(16).padStart(12, '0');
      const time = at.toISOString().replace('Z', '0000+00:00');
      return Buffer.from(
        Buffer.from(body).toString().replace(id, `$1${end}"`).replace(occurredAt, `$1"${time}"`),
      );
    },
  };
}
