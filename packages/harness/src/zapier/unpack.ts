import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { unzipSync } from 'fflate';

/** Unpacks a zip into a fresh temporary folder and returns the folder. */
export async function unpack(zipPath: string): Promise<string> {
  const entries = Object.entries(unzipSync(await readFile(zipPath)));
  const folder = await mkdtemp(join(tmpdir(), 'zapier-app-'));
  for (const [name, bytes] of entries) {
    if (name.endsWith('/')) continue;
    const target = join(folder, name);
    if (relative(folder, target).startsWith('..'))
      throw new Error(`${zipPath} has an entry outside itself: ${name}`);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
  return folder;
}
