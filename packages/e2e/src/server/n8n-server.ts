import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ProcessGroup } from './process-group.ts';
import { waitUntilReady } from './readiness.ts';
import { type N8nRole, roles } from './role.ts';

const START_TIMEOUT_MS = 120_000;
const STOP_GRACE_MS = 20_000;

export interface N8nServerOptions {
  node: string;
  entry: string;
  userFolder: string;
  url: string;
  env: Record<string, string>;
  ownsUserFolder: boolean;
  role: N8nRole;
  /** Options of Node itself. */
  nodeOptions: readonly string[];
}

/** One n8n installation with its data: can be stopped, killed and started again on the same folder and port. */
export class N8nServer {
  readonly url: string;
  readonly userFolder: string;
  /** The SQLite database; while n8n runs, the newest rows are in the `-wal` file beside it. */
  readonly databaseFile: string;
  /** Everything the server printed, over all its starts. */
  readonly logFile: string;
  readonly #options: N8nServerOptions;
  #group: ProcessGroup | undefined;

  constructor(options: N8nServerOptions) {
    this.#options = options;
    this.url = options.url;
    this.userFolder = options.userFolder;
    this.databaseFile = join(options.userFolder, '.n8n', 'database.sqlite');
    this.logFile = join(options.userFolder, 'n8n.log');
  }

  /** The process id, while there is one. */
  get pid(): number | undefined {
    return this.#group?.running === true ? this.#group.pid : undefined;
  }

  /**
   * Starts the server and waits until it serves requests; `startN8n` has done it once.
   *
   * @param changes to its environment, for this start
   */
  async start(changes: Record<string, string> = {}): Promise<void> {
    if (this.pid !== undefined) throw new Error(`n8n already runs at ${this.url}: stop it first.`);
    const { node, nodeOptions, entry, env, userFolder } = this.#options;
    const { command, lastLine } = roles[this.#options.role];
    const logged = this.log().length;
    const group = new ProcessGroup(node, [...nodeOptions, entry, command], {
      cwd: userFolder,
      env: { ...env, ...changes },
      logFile: this.logFile,
    });
    this.#group = group;
    try {
      await waitUntilReady({
        url: this.url,
        timeoutMs: START_TIMEOUT_MS,
        lastLine,
        running: () => group.running,
        log: () => this.log().slice(logged),
      });
    } catch (error) {
      await group.kill();
      throw error;
    }
  }

  /** Ends the server in an orderly way; the data stays. */
  async stop(): Promise<void> {
    await this.#group?.stop(STOP_GRACE_MS);
  }

  /** Ends the server like a crash: no shutdown code runs. */
  async kill(): Promise<void> {
    await this.#group?.kill();
  }

  /** Stops the server unless it is gone already, and starts it on the same data. */
  async restart(changes: Record<string, string> = {}): Promise<void> {
    await this.stop();
    await this.start(changes);
  }

  /** Ends the server at once and deletes its data, when the folder was made for it. For the end of a test. */
  async dispose(): Promise<void> {
    await this.kill();
    if (this.#options.ownsUserFolder) rmSync(this.userFolder, { recursive: true, force: true });
  }

  /** What the server has printed so far. */
  log(): string {
    return existsSync(this.logFile) ? readFileSync(this.logFile, 'utf8') : '';
  }

  /** All bytes n8n has stored in its database, for tests that look for what must not be there. */
  storedBytes(): Buffer {
    const files = [this.databaseFile, `${this.databaseFile}-wal`];
    return Buffer.concat(files.filter((file) => existsSync(file)).map((file) => readFileSync(file)));
  }
}
