import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CallFailure, CallMessage, ChildMessage, ZapierLog } from './messages.ts';

/**
 * The process that an unpacked app runs in, because zapier-platform-core patches `http`, `https` and `fetch` for good.
 * Started with the app's folder as its argument; it removes the folder and ends when its parent lets go of it.
 */
type Handler = (event: Record<string, unknown>) => Promise<{ results: unknown }>;

const folder = process.argv[2] ?? '';

const tell = (message: ChildMessage) => process.send?.(message);
const log = (entry: ZapierLog) => tell({ type: 'log', log: entry });

function asFailure(thrown: unknown): CallFailure {
  if (thrown instanceof Error) return { name: thrown.name, message: thrown.message };
  return { name: 'Error', message: String(thrown) };
}

/** Log lines of the same process must arrive in order and before the answer, which pipes do not promise. */
function forwardOutput(source: 'stdout' | 'stderr'): void {
  process[source].write = (chunk: Uint8Array | string) => {
    log({ source, message: String(chunk) });
    return true;
  };
}

/** Only what survives JSON crosses the process boundary, as on Lambda. */
const overTheWire = (value: unknown): unknown =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);

async function answer(handler: Handler, { id, event }: CallMessage): Promise<void> {
  const customLogger = (message: string, data: Record<string, unknown>) =>
    log({ source: 'logger', message, data: overTheWire(data) as Record<string, unknown> });
  try {
    const { results } = await handler({ ...event, customLogger });
    tell({ type: 'results', id, results: overTheWire(results) });
  } catch (thrown) {
    tell({ type: 'failure', id, error: asFailure(thrown) });
  }
}

process.on('disconnect', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit();
});
forwardOutput('stdout');
forwardOutput('stderr');

try {
  const wrapper = pathToFileURL(join(folder, 'zapierwrapper.js')).href;
  const { handler } = (await import(wrapper)) as { handler: Handler };
  process.on('message', (message: CallMessage) => void answer(handler, message));
  tell({ type: 'ready' });
} catch (thrown) {
  tell({ type: 'broken', error: asFailure(thrown) });
}
