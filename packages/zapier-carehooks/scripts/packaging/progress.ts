import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';

/** One line of progress. */
export function tell(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** A zip by where it is, its size, and the start of its SHA-256: enough to see whether two are the same. */
export async function describeZip(zip: string): Promise<string> {
  const bytes = await readFile(zip);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return `${relative(process.cwd(), zip)} (${Math.round(bytes.length / 1_024)} KB, sha256 ${hash}…)`;
}
