import { type Simulator, type SimulatorOptions, startSimulator } from '../src/index.ts';
import { type Reaction, type Receiver, startReceiver } from './receiver.ts';

/** Starts simulators and receivers that are closed after each test. */
export function running() {
  const open: Array<Simulator | Receiver> = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((one) => one.close()));
  });
  return {
    async simulator(options: SimulatorOptions = {}) {
      const simulator = await startSimulator({ clockFactor: 1_000, ...options });
      open.push(simulator);
      return simulator;
    },
    async receiver(...reactions: Reaction[]) {
      const receiver = await startReceiver(...reactions);
      open.push(receiver);
      return receiver;
    },
  };
}

interface Call {
  readonly method?: string;
  readonly json?: unknown;
  readonly headers?: Record<string, string>;
}

/** Sends JSON if there is any, and reads the answer; `body` is what the caller expects of it. */
export async function call<Body = unknown>(url: string, { method, json, headers = {} }: Call = {}) {
  const response = await fetch(url, {
    method: method ?? (json === undefined ? 'GET' : 'POST'),
    redirect: 'manual',
    headers: json === undefined ? headers : { 'content-type': 'application/json', ...headers },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  const body = (isJson && text !== '' ? JSON.parse(text) : undefined) as Body;
  return { status: response.status, headers: response.headers, text, body };
}
