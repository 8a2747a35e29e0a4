import { join } from 'node:path';
import { startPlayground } from './playground/start.ts';

const port = Number(process.env['PORT'] ?? 4600);
const playground = await startPlayground({ port, root: join(import.meta.dirname, '../../..') });
process.stdout.write(`\nPlayground   ${playground.url}\n\nCtrl+C ends it.\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void playground.close().then(() => process.exit(0)));
}
