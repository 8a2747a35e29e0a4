import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { catchInterrupt, endWithReader, processIo } from './process.ts';
import { run } from './program.ts';

// Both this file and what is built of it lie three folders below the root of a checkout.
const root = join(import.meta.dirname, '../../..');
const checkout = existsSync(join(root, 'packages', 'simulator', 'src')) ? root : null;
const packed = join(import.meta.dirname, 'fixtures');
const fixtures = existsSync(packed) ? packed : join(root, 'fixtures');

endWithReader();
process.exitCode = await run(process.argv.slice(2), processIo, { checkout, fixtures, catchInterrupt });
