import { derivedSecrets, larkmereDiary, targetKey } from '@carehooks/core';
import { randomId } from '../../store/id.ts';
import type { DemoAccount } from '../account.ts';
import type { LarkmereDiaryParts } from './parts.ts';

export function demoAccount({ hooks, settings }: LarkmereDiaryParts): DemoAccount {
  const connection = (simulatorUrl: string) => ({
    apiKey: settings.current.api.key,
    baseUrl: `${simulatorUrl}/larkmere-diary/v3`,
  });
  return {
    connection,
    register(url) {
      const [signing_key = ''] = derivedSecrets(larkmereDiary, connection(''), targetKey(url));
      for (const hook of hooks.list()) if (hook.url === url) hooks.remove(hook);
      hooks.create({ url, events: larkmereDiary.events.map(({ type }) => type), signing_key, paused: false });
      return signing_key;
    },
    renew: (body, at) => Buffer.from(renew(Buffer.from(body).toString(), at)),
  };
}

const eventId = /("id"\s*:\s*)"evt_[^"]*"/g;
const time = /("(?:sent_at|occurred_at|updated_at)"\s*:\s*)"[^"]*"/g;

/** Edited as text, so that whatever else stands in the body stays as it is. */
function renew(text: string, at: Date): string {
  return text
    .replace(eventId, (_all, start: string) => `${start}"${randomId('evt_', 8)}"`)
    .replace(time, `$1"${at.toISOString()}"`);
}
