import { createHmac, timingSafeEqual } from 'node:crypto';
import { verify as verifyGithub } from '@octokit/webhooks-methods';
import { type HmacScheme, sign } from '@carehooks/core';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import Stripe from 'stripe';
import { Webhook as SvixWebhook } from 'svix';

/** Another way to verify what we verify, with the scheme that it is made for. */
export interface Peer {
  readonly name: string;
  readonly scheme: HmacScheme;
  readonly secret: string;
  /** How much slower than the peer verifying may be. */
  readonly limit: number;
  /** @returns a check of the very delivery, ready to be called again and again */
  prepare(body: Buffer, headers: Readonly<Record<string, string>>): () => unknown;
}

const github: HmacScheme = {
  kind: 'hmac',
  algorithm: 'sha256',
  encoding: 'hex',
  content: '{body}',
  signature: { header: 'x-hub-signature-256', prefix: 'sha256=' },
};

const stripe: HmacScheme = {
  ...github,
  content: '{timestamp}.{body}',
  signature: { header: 'stripe-signature', pairs: { separator: ',', assign: '=', name: 'v1' } },
  timestamp: { at: { pair: 't' }, format: 'unix-seconds', tolerance: 300 },
};

const standard: HmacScheme = {
  ...github,
  encoding: 'base64',
  content: '{id}.{timestamp}.{body}',
  signature: { header: 'webhook-signature', pairs: { separator: ' ', assign: ',', name: 'v1' } },
  timestamp: { at: { header: 'webhook-timestamp' }, format: 'unix-seconds', tolerance: 300 },
  idHeader: 'webhook-id',
  key: { encoding: 'base64', prefix: 'whsec_' },
};

const key = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const stripeClient = new Stripe('sk_test_none');

/** Those that take text get it ready made, although a receiver has bytes: it is in their favour. */
export const peers: readonly Peer[] = [
  {
    name: 'raw node:crypto',
    scheme: github,
    secret: key,
    limit: 1.15,
    prepare(body, headers) {
      const given = (headers['x-hub-signature-256'] ?? '').slice('sha256='.length);
      return () =>
        timingSafeEqual(Buffer.from(given, 'hex'), createHmac('sha256', key).update(body).digest());
    },
  },
  {
    name: '@octokit/webhooks-methods',
    scheme: github,
    secret: key,
    limit: 1.05,
    prepare(body, headers) {
      const [text, signature] = [body.toString(), headers['x-hub-signature-256'] ?? ''];
      return () => verifyGithub(key, text, signature);
    },
  },
  {
    name: 'stripe',
    scheme: stripe,
    secret: key,
    limit: 1,
    prepare(body, headers) {
      const [text, header] = [body.toString(), headers['stripe-signature'] ?? ''];
      return () => stripeClient.webhooks.signature?.verifyHeader(text, header, key, 300);
    },
  },
  {
    name: 'standardwebhooks (parses JSON too)',
    scheme: standard,
    secret: key,
    limit: 1,
    prepare(body, headers) {
      const webhook = new StandardWebhook(key);
      const text = body.toString();
      return () => webhook.verify(text, headers);
    },
  },
  {
    name: 'svix (parses JSON too)',
    scheme: standard,
    secret: key,
    limit: 1,
    prepare(body, headers) {
      const webhook = new SvixWebhook(key);
      const text = body.toString();
      return () => webhook.verify(text, headers);
    },
  },
];

/** The headers with which a peer's own platform would send the body now. */
export function signedHeaders({ scheme, secret }: Peer, body: Buffer, now: number): Record<string, string> {
  return {
    host: 'n8n.example.org',
    'content-type': 'application/json',
    'content-length': String(body.length),
    'user-agent': 'bench/1',
    ...sign(body, scheme, secret, { time: now, id: 'msg_1' }),
  };
}
