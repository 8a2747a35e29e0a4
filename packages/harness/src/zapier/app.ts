import { createHash } from 'node:crypto';
import { bundleOf, cleanedRequest, rawRequest, type HookRequest, type ZapSetting } from './bundle.ts';
import type { ZapierCache } from './cache.ts';
import { ZapierCallError } from './call-error.ts';
import { HandlerProcess } from './handler-process.ts';
import { hydrate } from './hydration.ts';
import type { ZapierLog } from './messages.ts';
import { RpcServer, storeKeyOf } from './rpc-server.ts';
import { unpack } from './unpack.ts';

export type Item = Record<string, unknown>;

/** What a Zap would show for one request to its hook URL. */
export type HookRun =
  | { status: 'success'; items: Item[] }
  | { status: 'halted'; message: string }
  | { status: 'error'; name: string; message: string };

/** How long one call may take on Zapier. */
const timeoutMs = 30_000;

/** A built app behind its Lambda handler. */
export class ZapierApp {
  /** Every line the handler logged or wrote, in order. */
  readonly logs: ZapierLog[];
  /** Zapier's side of z.cache. */
  readonly cache: ZapierCache;
  readonly #handler: HandlerProcess;
  readonly #rpc: RpcServer;

  constructor(handler: HandlerProcess, rpc: RpcServer) {
    this.logs = handler.logs;
    this.cache = rpc.cache;
    this.#handler = handler;
    this.#rpc = rpc;
  }

  /** The app's definition as Zapier stores it, functions replaced by `$func$...`. */
  async definition(): Promise<Record<string, unknown>> {
    return (await this.#handler.call({ command: 'definition' })) as Record<string, unknown>;
  }

  /** Calls any method of the app; rejects with a ZapierCallError as the handler rejects. */
  async call(method: string, setting: ZapSetting = {}, more: Record<string, unknown> = {}): Promise<unknown> {
    const authData = JSON.stringify(setting.authData ?? {});
    const auth = createHash('sha256').update(authData).digest('hex');
    return await this.#handler.call({
      command: 'execute',
      method,
      bundle: { ...bundleOf(setting), ...more },
      rpc_base: this.#rpc.url,
      storeKey: storeKeyOf({ zap: setting.zap ?? 'zap', auth }),
      // Output checks throw instead of being logged.
      isDeveloper: true,
    });
  }

  /** What a Zap makes of one request to its hook URL: `perform`, then its pointers resolved. */
  async hook(trigger: string, setting: ZapSetting, request: HookRequest): Promise<HookRun> {
    const requests = { rawRequest: rawRequest(request), cleanedRequest: cleanedRequest(request) };
    try {
      const results = await this.call(operation(trigger, 'perform'), setting, requests);
      return { status: 'success', items: await this.#hydrated(results, setting) };
    } catch (error) {
      if (!(error instanceof ZapierCallError)) throw error;
      const { name, message } = error;
      return name === 'HaltedError' ? { status: 'halted', message } : { status: 'error', name, message };
    }
  }

  /** Runs a polling trigger once. */
  async poll(trigger: string, setting: ZapSetting = {}): Promise<Item[]> {
    return await this.#hydrated(await this.call(operation(trigger, 'perform'), setting), setting);
  }

  /** Samples of a hook trigger, as the Zap editor loads them with `performList`. */
  async sample(trigger: string, setting: ZapSetting = {}): Promise<Item[]> {
    const meta = { isLoadingSample: true, ...setting.meta };
    const results = await this.call(operation(trigger, 'performList'), { ...setting, meta });
    return await this.#hydrated(results, setting);
  }

  /** Switches a Zap on; the result is the `subscribeData` of later calls. */
  async subscribe(trigger: string, setting: ZapSetting & { targetUrl: string }): Promise<unknown> {
    return await this.call(operation(trigger, 'performSubscribe'), setting);
  }

  /** Switches a Zap off. */
  async unsubscribe(trigger: string, setting: ZapSetting): Promise<unknown> {
    return await this.call(operation(trigger, 'performUnsubscribe'), setting);
  }

  /** Ends the app's process, and the store that it had. */
  async close(): Promise<void> {
    await this.#handler.stop();
    await this.#rpc.stop();
  }

  async #hydrated(results: unknown, setting: ZapSetting): Promise<Item[]> {
    const fetch = (method: string, inputData: Record<string, unknown>) =>
      this.call(method, { ...setting, inputData });
    return (await hydrate(results, fetch)) as Item[];
  }
}

const operation = (trigger: string, method: string) => `triggers.${trigger}.operation.${method}`;

/** Opens a built zip: unpacks it and starts its handler in a process of its own. Close it after use. */
export async function openZapierApp(zipPath: string): Promise<ZapierApp> {
  const handler = await HandlerProcess.start(await unpack(zipPath), timeoutMs);
  try {
    return new ZapierApp(handler, await RpcServer.start());
  } catch (error) {
    await handler.stop();
    throw error;
  }
}
