import { N8nClient, OWNER } from '../client/n8n-client.ts';
import { withDebuggableNodePackage, withNodePackage } from '../pack.ts';
import { INSPECTOR_PORT, type PlayOptions } from './options.ts';
import { freePort } from '../server/free-port.ts';
import type { N8nServer } from '../server/n8n-server.ts';
import { startN8n } from '../server/start.ts';

/** What has been put into a server to play with. */
export interface Playground {
  /** Told to the user, a line each. */
  lines: string[];
  /** Ends what runs beside the server. */
  close(): Promise<void>;
}

/** Fills a fresh server, so that there is something to see and to try. */
export type Prepare = (client: N8nClient, server: N8nServer) => Promise<Playground>;

/** The port n8n has by itself. */
const DEFAULT_PORT = 5678;

/** Runs a server with the built n8n node until Ctrl+C, and then leaves nothing behind. */
export async function playSession(prepare: Prepare, options: PlayOptions = {}): Promise<void> {
  const interrupted = untilInterrupted();
  const inspector = await inspectorAddress(options);
  const withPackage = inspector === undefined ? withNodePackage : withDebuggableNodePackage;
  const server = await withPackage(async (nodePackageTarball) =>
    startN8n({
      nodePackageTarball,
      port: await freePort(DEFAULT_PORT),
      nodeOptions: inspector === undefined ? [] : [`--inspect=${inspector}`],
    }),
  );
  try {
    const client = await N8nClient.connect(server.url);
    const playground = await prepare(client, server);
    const debugging = inspector === undefined ? [] : ['', ...howToAttach(inspector)];
    say(welcome(server.url, [...playground.lines, ...debugging]));
    await interrupted;
    await playground.close();
  } finally {
    await server.dispose();
  }
  say('n8n is stopped and its data deleted.');
}

function welcome(url: string, lines: string[]): string {
  const login = [`n8n       ${url}`, `login     ${OWNER.email}`, `password  ${OWNER.password}`];
  return ['', ...login, ...lines, '', 'Ctrl+C ends it and deletes its data.'].join('\n');
}

/** Loopback only: whoever reaches an inspector can run anything. */
async function inspectorAddress({ inspectorPort }: PlayOptions): Promise<string | undefined> {
  return inspectorPort === undefined ? undefined : `127.0.0.1:${await freePort(inspectorPort)}`;
}

function howToAttach(inspector: string): string[] {
  const port = Number(inspector.split(':')[1]);
  const changed = port === INSPECTOR_PORT ? '' : ` (set its port to ${port} in .vscode/launch.json)`;
  return [
    `inspector ${inspector}`,
    `In VS Code, start "n8n with the nodes"${changed}. In Chrome, open chrome://inspect.`,
    'Breakpoints belong into packages/n8n-nodes-carehooks/nodes and packages/core/src.',
  ];
}

/** Also keeps the process alive, and takes the second signal that npm sends after the terminal's own. */
function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    const keepAlive = setInterval(() => undefined, 60_000);
    const end = () => {
      clearInterval(keepAlive);
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
