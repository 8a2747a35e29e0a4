import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { halo, platforms } from '@carehooks/core';
import { findSimulated, type Simulator, startSimulator } from '@carehooks/simulator';
import { variableOf } from '../../../cli/src/account/variables.ts';
import { N8nClient } from '../../src/client/n8n-client.ts';
import { repositoryRoot } from '../../src/paths.ts';
import { setUpSubscribed, type SubscribedWorkflow } from '../../src/workflows/subscribed.ts';
import { folderWithCli } from './folders.ts';

/** What the examples of docs/command-line.md are about: accounts, a trigger on n8n, and webhooks at HALO. */
export interface Ground {
  /** Without a checkout, with `carehooks` and with captured requests. */
  readonly folder: string;
  /** The accounts. */
  readonly variables: Readonly<Record<string, string>>;
  /** A command with addresses that there are. */
  asHere(command: string): string;
  /** Output without what differs from run to run: addresses, ids, durations, and the widths of tables. */
  steady(output: string): string;
  close(): Promise<void>;
}

const shownTarget = 'http://127.0.0.1:5678/webhook/fd225371-5a6a-4a47-ae62-bf8be144a4b5/webhook';

export async function prepareGround(serverUrl: string): Promise<Ground> {
  const simulator = await startSimulator({ clockFactor: 50 });
  try {
    return await groundWith(simulator, serverUrl);
  } catch (error) {
    await simulator.close();
    throw error;
  }
}

async function groundWith(simulator: Simulator, serverUrl: string): Promise<Ground> {
  const client = await N8nClient.connect(serverUrl);
  const publish = publisher(client, serverUrl, simulator);
  const trigger = await publish(['new ticket logged', 'closed']);
  const abandoned = await publish(halo.events.slice(0, 8).map(({ type }) => type));
  leaveBehind(simulator, abandoned.url, `${serverUrl}/webhook/0c1d2e3f-old/webhook`);
  const folder = await folderWithCli();
  writeRequests(folder);
  const target = await startTarget();
  const anyTarget = `http://127.0.0.1:${(target.address() as AddressInfo).port}/hook`;
  return {
    folder,
    variables: variablesOf(simulator),
    asHere: (command) =>
      command
        .replaceAll(shownTarget, trigger.url)
        .replaceAll('<url>', command.includes(' send ') ? anyTarget : trigger.url),
    steady: (output) =>
      output
        .replaceAll(trigger.url, shownTarget)
        .replaceAll(serverUrl, 'http://127.0.0.1:5678')
        .replaceAll(/127\.0\.0\.1:(?!5678\b)\d+/g, '127.0.0.1:4600')
        .replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, '<id>')
        .replaceAll(/\b[\d.]+ (m?s)\b/g, '<n> $1')
        .replaceAll(/(?<="(?:milliseconds|p50|p95|max)": )\d+/g, '0')
        .replaceAll(/(?<=\S) {2,}/g, '  '),
    async close() {
      await simulator.close();
      target.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function publisher(client: N8nClient, serverUrl: string, simulator: Simulator) {
  return async (events: readonly string[]): Promise<SubscribedWorkflow> => {
    const made = await setUpSubscribed(client, serverUrl, simulator, {
      ...{ node: 'halo', platform: simulator.platforms.halo, name: `HALO ${events.length}` },
      parameters: { events },
    });
    await client.publish(made.id);
    return made;
  };
}

/** As after a restore of n8n's database: a webhook that nobody listens to; and one that others have made. */
function leaveBehind(simulator: Simulator, made: string, gone: string): void {
  const { webhooks } = simulator.platforms.halo;
  const webhook = webhooks.list().find(({ url }) => url === made);
  if (webhook === undefined) throw new Error('The second workflow has made no webhook.');
  webhooks.update(webhook, { url: gone });
  webhooks.create({ url: 'https://example.com/hook?token=some', name: 'Others' });
}

async function startTarget(): Promise<Server> {
  const target = createServer((_request, response) => response.end()).listen(0, '127.0.0.1');
  await once(target, 'listening');
  return target;
}

function writeRequests(folder: string): void {
  const fixture = (name: string) => readFileSync(join(repositoryRoot(), 'fixtures', 'ally', name), 'utf8');
  const headers = JSON.parse(fixture('appointment.completed.headers.json')) as Record<string, string>;
  const body = fixture('appointment.completed.json');
  const request = { method: 'POST', url: 'https://example.com/hook', headers, body };
  writeFileSync(join(folder, 'request.json'), JSON.stringify(request));
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\n`);
  writeFileSync(join(folder, 'request.txt'), `POST /hook HTTP/1.1\n${lines.join('')}\n${body}`);
}

function variablesOf(simulator: Simulator): Record<string, string> {
  const accounts = platforms.flatMap((platform) => {
    const simulated = findSimulated(simulator.platforms, platform.id);
    return Object.entries(simulated.account.connection(simulator.url)).map(
      ([key, value]) => [variableOf(platform, key), value ?? ''] as const,
    );
  });
  return Object.fromEntries(accounts);
}
