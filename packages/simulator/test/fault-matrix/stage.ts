import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadN8nPackage, type N8nHost } from '@carehooks/harness/n8n';
import { openZapierApp, type ZapierApp } from '@carehooks/harness/zapier';
import type { PlatformId } from './expected/call.ts';
import { Grounds } from './grounds.ts';

/** What all cells share: the hosts with what was built for them, and a place where nothing may ever arrive. */
export interface Stage {
  readonly n8n: N8nHost;
  readonly apps: Readonly<Record<PlatformId, ZapierApp>>;
  readonly grounds: Grounds;
  /** Where redirects lead. */
  readonly trap: string;
  /** The requests that arrived there. */
  readonly trapped: readonly string[];
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const trapped: string[] = [];
  const server = createServer(({ method, url, headers }, answer) => {
    trapped.push(`${method} ${url} ${JSON.stringify(headers)}`);
    answer.end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const apps = await openApps();
  const grounds = new Grounds();
  return {
    n8n: await loadN8nPackage('packages/n8n-nodes-carehooks'),
    ...{ apps, grounds },
    trap: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    trapped,
    async close() {
      server.close();
      server.closeAllConnections();
      await Promise.all([grounds, ...Object.values(apps)].map((one) => one.close()));
    },
  };
}

async function openApps(): Promise<Record<PlatformId, ZapierApp>> {
  const open = (id: PlatformId) => openZapierApp(`packages/zapier-carehooks/build/${id}.zip`);
  const [ally, ekaCare, haloConnect, halo] = await Promise.all([
    open('ally'),
    open('eka-care'),
    open('halo-connect'),
    open('halo'),
  ]);
  return { ally, 'eka-care': ekaCare, 'halo-connect': haloConnect, halo };
}
