import { derivedSecrets, targetKey } from '@carehooks/core';
import { type DeliveryOptions, readFixture, signedDelivery } from '@carehooks/core/testing';
import { type Bundle, createAppTester, type ZObject } from 'zapier-platform-core';
import { createApp } from '../../src/app.ts';
import { outputFields } from '../../src/output-fields/ally.ts';
import samples from '../../src/samples/ally.json' with { type: 'json' };
import { clinic } from './clinic.ts';
import { account } from './clinic-api.ts';

export const clinicApp = createApp({ platform: clinic, outputFields, samples });

export const targetUrl = 'http://127.0.0.1:9/hooks/zap_1';
export const subscribeData = { id: targetKey(targetUrl) };

const appTester = createAppTester(clinicApp);

type Operation = 'perform' | 'performList' | 'performSubscribe' | 'performUnsubscribe';
type Perform = (z: ZObject, bundle: Bundle) => Promise<unknown>;

/** Calls what Zapier calls of a trigger. */
export function call(trigger: string, operation: Operation, bundle: Partial<Bundle>): Promise<unknown> {
  const { [operation]: perform } = clinicApp.triggers[trigger]?.operation as Record<Operation, Perform>;
  return appTester(perform, bundle);
}

/** Logs in and tests as Zapier does for a new connection, and for one whose session is over. */
export function authenticate(step: 'login' | 'test', authData: Record<string, string>): Promise<unknown> {
  const { sessionConfig, test } = clinicApp.authentication ?? {};
  return appTester((step === 'login' ? sessionConfig?.perform : test) as Perform, { authData });
}

const appointment = readFixture('ally', 'appointment.created');

/** The part of a bundle that a delivery makes, signed with what the connection's secret gives for the target URL. */
export function deliveryOf(options: Omit<DeliveryOptions, 'platform' | 'body'> = {}): Partial<Bundle> {
  const [secret = ''] = derivedSecrets(clinic, account, subscribeData.id);
  const { headers, body } = signedDelivery({ platform: clinic, body: appointment, secret, ...options });
  const content = Buffer.from(body).toString('utf8');
  return { rawRequest: { method: 'POST', headers: { ...headers }, content }, cleanedRequest: {} };
}

/** A connection whose token was got some time ago. */
export function connectionTo(url: string, token: string, secondsAgo = 600): Record<string, string> {
  const now = Date.now();
  return {
    ...account,
    baseUrl: url,
    accessToken: token,
    expiresAt: new Date(now + 3_600_000).toISOString(),
    loggedInAt: new Date(now - secondsAgo * 1_000).toISOString(),
  };
}
