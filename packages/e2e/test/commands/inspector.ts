import { once } from 'node:events';

/** A script that the process has loaded: https://chromedevtools.github.io/devtools-protocol/v8/Debugger/ */
export interface Script {
  readonly scriptId: string;
  readonly url: string;
  readonly sourceMapURL: string;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Script;
  readonly result?: Readonly<Record<string, unknown>>;
}

/** Speaks to Node's inspector as a debugger does. */
export class Inspector {
  /** All that was loaded before or since. */
  readonly scripts: Script[] = [];
  readonly #socket: WebSocket;
  readonly #events = new EventTarget();
  #count = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const { id, method, params, result } = JSON.parse(String(data)) as Message;
      if (method === 'Debugger.scriptParsed' && params !== undefined) this.scripts.push(params);
      this.#events.dispatchEvent(new CustomEvent(method ?? String(id), { detail: result }));
    });
  }

  /** @param address host and port, as `--inspect` takes them */
  static async attach(address: string): Promise<Inspector> {
    const targets = (await (await fetch(`http://${address}/json/list`)).json()) as Array<{
      readonly webSocketDebuggerUrl: string;
    }>;
    const socket = new WebSocket(targets[0]?.webSocketDebuggerUrl ?? '');
    await once(socket, 'open');
    const inspector = new Inspector(socket);
    await inspector.send('Debugger.enable');
    return inspector;
  }

  /** Resolves with the result, or when the event of this name comes. */
  async #next(name: string): Promise<Readonly<Record<string, unknown>>> {
    const [event] = (await once(this.#events, name)) as [CustomEvent<Readonly<Record<string, unknown>>>];
    return event.detail;
  }

  async send(method: string, params: object = {}): Promise<Readonly<Record<string, unknown>>> {
    this.#count += 1;
    const answer = this.#next(String(this.#count));
    this.#socket.send(JSON.stringify({ id: this.#count, method, params }));
    return answer;
  }

  /** Resolves when a breakpoint is met. */
  async paused(): Promise<void> {
    await this.#next('Debugger.paused');
  }

  close(): void {
    this.#socket.close();
  }
}
