import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What it takes to import an app; memory in bytes. */
export interface Cost {
  readonly milliseconds: number;
  readonly heapUsed: number;
  readonly rss: number;
}

const run = promisify(execFile);

/** Imports an unpacked app in a fresh process. */
export async function costOf(folder: string): Promise<Cost> {
  const script = join(import.meta.dirname, 'import-app.ts');
  const { stdout } = await run(process.execPath, ['--expose-gc', script, folder], {
    cwd: folder,
    // zapier-platform-core looks for test runners and Lambda in the environment.
    env: { PATH: process.env['PATH'], TZ: 'UTC' },
  });
  return JSON.parse(stdout) as Cost;
}
