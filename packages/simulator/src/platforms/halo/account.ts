import { randomUUID } from 'node:crypto';
import { derivedSecrets, halo, targetKey } from '@carehooks/core';
import type { DemoAccount } from '../account.ts';
import type { HaloParts } from './parts.ts';

export function demoAccount({ webhooks, settings }: Pick<HaloParts, 'webhooks' | 'settings'>): DemoAccount {
  const connection = (simulatorUrl: string) => {
    const { clientId, clientSecret } = settings.current.login;
    return { haloUrl: `${simulatorUrl}/halo`, clientId, clientSecret };
  };
  return {
    connection,
    register(targetUrl) {
      const [secret = ''] = derivedSecrets(halo, connection(''), targetKey(targetUrl));
      for (const webhook of webhooks.list()) if (webhook.url === targetUrl) webhooks.remove(webhook, true);
      const [basic_username = '', basic_password = ''] = secret.split(':');
      const { id } = webhooks.create({
        ...{ name: 'Carehooks', url: targetUrl, authentication_type: 1 },
        ...{ basic_username, basic_password },
      });
      for (const { code } of halo.events) webhooks.putNotification({ webhook_id: id, eventno: Number(code) });
      return secret;
    },
    renew: (body, at) => Buffer.from(renew(Buffer.from(body).toString(), at)),
  };
}

const id = /("id"\s*:\s*)"[0-9a-f-]{36}"/gi;
const time = /("(?:timestamp|Changed)"\s*:\s*)"[^"]*"/g;

/** Edited as text, so that whatever else stands in the body stays as it is. */
function renew(text: string, at: Date): string {
  return text
    .replace(id, (_all, start: string) => `${start}"${randomUUID()}"`)
    .replace(time, `$1"${at.toISOString()}"`);
}
