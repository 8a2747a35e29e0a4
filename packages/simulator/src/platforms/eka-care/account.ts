import { randomUUID } from 'node:crypto';
import { derivedSecrets, ekaCare, targetKey } from '@carehooks/core';
import type { DemoAccount } from '../account.ts';
import type { EkaCareParts } from './parts.ts';
import { eventTypes } from './webhooks.ts';

type Parts = Pick<EkaCareParts, 'webhooks' | 'settings' | 'clock'>;

export function demoAccount({ webhooks, settings, clock }: Parts): DemoAccount {
  const connection = (simulatorUrl: string) => {
    const { clientId, clientSecret } = settings.current.login;
    const baseUrl = `${simulatorUrl}/eka-care/api`;
    return { clientId, clientSecret, environment: 'custom', baseUrl };
  };
  return {
    connection,
    register(targetUrl) {
      const [secret = ''] = derivedSecrets(ekaCare, connection(''), targetKey(targetUrl));
      for (const { id, endpoint } of webhooks.list()) if (endpoint === targetUrl) webhooks.remove(id);
      const protocol = new URL(targetUrl).protocol.replace(':', '');
      const wanted = { endpoint: targetUrl, event_names: [...eventTypes], signing_key: secret, protocol };
      webhooks.register(wanted, settings.current.login.clientId, clock.now());
      return secret;
    },
    renew: (body, at) => Buffer.from(renew(Buffer.from(body).toString(), at)),
  };
}

/** The transaction of EkaScribe is the session itself, by which its result is fetched. */
const scribe = /"service"\s*:\s*"v2rx"/;
const transaction = /("transaction_id"\s*:\s*)"[^"]*"/g;
const time = /("(?:event_time|modified_at)"\s*:\s*)(?:"[^"]*"|(\d+))/g;

/**
 * Edited as text, so that whatever else stands in the body stays as it is; times keep their unit. Two changes within a
 * second are told apart by their transactions.
 */
function renew(text: string, at: Date): string {
  const told = scribe.test(text)
    ? text
    : text.replace(transaction, (_all, start: string) => `${start}"${randomUUID()}"`);
  return told.replace(time, (_all, start: string, number?: string) => {
    if (number === undefined) return `${start}"${at.toISOString()}"`;
    const milliseconds = number.length > 11;
    return `${start}${milliseconds ? at.getTime() : Math.floor(at.getTime() / 1_000)}`;
  });
}
