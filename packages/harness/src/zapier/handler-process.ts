import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ZapierCallError } from './call-error.ts';
import type { ChildMessage, ZapierLog } from './messages.ts';

/**
 * Nothing of the parent's environment but the way to Node's own files: test runners set variables that
 * zapier-platform-core takes for its test mode. The key lets z.cache and z.cursor call the RPC server.
 */
function childEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'TMPDIR', 'HOME', 'SystemRoot'].map((name) => [name, process.env[name]] as const);
  const present = kept.filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(present), ZAPIER_DEPLOY_KEY: 'harness-deploy-key', TZ: 'UTC' };
}

/**
 * Megabytes, as on Lambda. With the room of a larger machine the process grows until zapier-platform-core ends it, as
 * Zapier wants of one that has used 450 MB.
 */
const heapLimit = '--max-old-space-size=200';

interface Pending {
  resolve(results: unknown): void;
  reject(error: Error): void;
}

/** An unpacked app's Lambda handler in a process of its own. */
export class HandlerProcess {
  readonly logs: ZapierLog[] = [];
  readonly #child: ChildProcess;
  readonly #pending = new Map<number, Pending>();
  readonly #timeoutMs: number;
  #calls = 0;

  private constructor(folder: string, timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
    this.#child = fork(join(import.meta.dirname, 'child.ts'), [folder], {
      execPath: process.execPath,
      execArgv: [heapLimit],
      env: childEnvironment(),
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  }

  /** Starts the process and waits until it has loaded the app. */
  static async start(folder: string, timeoutMs: number): Promise<HandlerProcess> {
    const handler = new HandlerProcess(folder, timeoutMs);
    await handler.#loaded();
    return handler;
  }

  /** Sends one event to the handler; rejects with a ZapierCallError as the handler rejects. */
  async call(event: Record<string, unknown>): Promise<unknown> {
    const id = (this.#calls += 1);
    this.#child.channel?.ref();
    const late = new Error(
      `The app did not answer ${String(event.method ?? event.command)} in ${this.#timeoutMs} ms`,
    );
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise((resolve, reject) => {
        timer = setTimeout(reject, this.#timeoutMs, late);
        this.#pending.set(id, { resolve, reject });
        this.#child.send({ id, event });
      });
    } finally {
      clearTimeout(timer);
      this.#pending.delete(id);
      if (this.#pending.size === 0) this.#child.channel?.unref();
    }
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exited = once(this.#child, 'exit');
    // From here on somebody waits for it.
    this.#child.ref();
    if (this.#child.connected) this.#child.disconnect();
    await exited;
  }

  async #loaded(): Promise<void> {
    const loaded = new Promise<void>((resolve, reject) => {
      this.#child.on('message', (message: ChildMessage) => {
        if (message.type === 'ready') resolve();
        else if (message.type === 'broken') reject(new ZapierCallError(message.error));
        else this.#take(message);
      });
      this.#child.once('exit', (code) => {
        const ended = new Error(`The app's process ended with code ${code}`);
        reject(ended);
        for (const pending of this.#pending.values()) pending.reject(ended);
      });
    });
    try {
      await loaded;
    } catch (error) {
      await this.stop();
      throw error;
    }
    // An app that its user forgot to close must not keep the user's process alive; calls under way do.
    this.#child.unref();
    this.#child.channel?.unref();
  }

  #take(message: Exclude<ChildMessage, { type: 'ready' | 'broken' }>): void {
    if (message.type === 'log') this.logs.push(message.log);
    else if (message.type === 'results') this.#pending.get(message.id)?.resolve(message.results);
    else this.#pending.get(message.id)?.reject(new ZapierCallError(message.error));
  }
}
