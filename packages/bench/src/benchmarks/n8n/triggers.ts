import { createHmac, randomUUID } from 'node:crypto';
import type { N8nClient } from '../../../../e2e/src/client/n8n-client.ts';
import {
  type CredentialReference,
  triggerNode,
  type TriggerNode,
  type TriggerOptions,
  webhookUrl,
  workflowOf,
} from '../../../../e2e/src/client/workflow.ts';
import type { GitHub } from './github.ts';

/** A published workflow of one trigger and a node that does nothing, and how deliveries to it are signed. */
export interface Target {
  readonly workflowId: string;
  readonly url: string;
  signatureOf(body: string): Record<string, string>;
}

export interface Place {
  readonly client: N8nClient;
  readonly serverUrl: string;
  readonly github: GitHub;
}

/** The triggers that are compared, by their names. */
export const triggers = {
  'Ally Trigger': publishAlly,
  'GitHub Trigger': publishGitHub,
  Webhook: publishWebhook,
} as const satisfies Record<string, (place: Place) => Promise<Target>>;

export type TriggerName = keyof typeof triggers;

async function publishAlly({ client, serverUrl }: Place): Promise<Target> {
  const secret = randomUUID();
  const trigger = triggerNode({
    type: 'n8n-nodes-carehooks.allyTrigger',
    typeVersion: 2,
    name: 'Ally Trigger',
    parameters: { events: ['*'], expand: [], output: 'full', options: {} },
    credentials: await credential(client, 'allyWebhookApi', { secret }),
  });
  return {
    workflowId: await publish(client, trigger),
    url: webhookUrl(serverUrl, trigger, 'webhook'),
    signatureOf: (body) => ({ 'x-heim-signature': hmac(body, secret) }),
  };
}

async function publishGitHub({ client, serverUrl, github }: Place): Promise<Target> {
  const trigger = triggerNode({
    type: 'n8n-nodes-base.githubTrigger',
    typeVersion: 1,
    name: 'GitHub Trigger',
    parameters: {
      owner: { __rl: true, mode: 'name', value: 'clinic' },
      repository: { __rl: true, mode: 'name', value: 'appointments' },
      events: ['push'],
      options: {},
    },
    credentials: await credential(client, 'githubApi', {
      server: github.url,
      user: 'clinic',
      accessToken: randomUUID(),
    }),
  });
  return {
    workflowId: await publish(client, trigger),
    url: webhookUrl(serverUrl, trigger, 'webhook'),
    signatureOf: (body) => ({ 'x-hub-signature-256': `sha256=${hmac(body, github.secret)}` }),
  };
}

/** Verifies nothing. Signed all the same, so that all get requests of one size. */
async function publishWebhook({ client, serverUrl }: Place): Promise<Target> {
  const path = randomUUID();
  const trigger = triggerNode({
    type: 'n8n-nodes-base.webhook',
    typeVersion: 2.1,
    name: 'Webhook',
    parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} },
  });
  return {
    workflowId: await publish(client, trigger),
    url: `${serverUrl}/webhook/${path}`,
    signatureOf: (body) => ({ 'x-signature': hmac(body, path) }),
  };
}

async function credential(
  client: N8nClient,
  type: string,
  data: Record<string, string>,
): Promise<NonNullable<TriggerOptions['credentials']>> {
  const { id, name }: CredentialReference = await client.createCredential(type, type, data);
  return { [type]: { id, name } };
}

async function publish(client: N8nClient, trigger: TriggerNode): Promise<string> {
  const { id } = await client.createWorkflow(workflowOf(trigger));
  await client.publish(id);
  return id;
}

function hmac(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}
