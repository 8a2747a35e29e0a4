import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** The part of GitHub that its trigger calls when a workflow is published. */
export interface GitHub {
  readonly url: string;
  /** The secret that the trigger made up, and asked GitHub to sign with. */
  readonly secret: string;
  close(): Promise<void>;
}

interface HookRequest {
  readonly config: { readonly secret: string };
  readonly events: readonly string[];
}

/** Takes webhooks as GitHub does: https://docs.github.com/en/rest/repos/webhooks#create-a-repository-webhook */
export async function startGitHub(): Promise<GitHub> {
  let secret = '';
  const server = createServer(async (request, response) => {
    if (request.method !== 'POST') {
      response.writeHead(204).end();
      return;
    }
    const hook = await hookIn(request);
    secret = hook.config.secret;
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id: 1, active: true, ...hook }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get secret() {
      return secret;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function hookIn(request: IncomingMessage): Promise<HookRequest> {
  return (await json(request)) as HookRequest;
}
