import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';

/** The files of a zip by name. */
export function readZip(file: string): Map<string, string> {
  const files = Object.entries(unzipSync(readFileSync(file)));
  return new Map(files.map(([name, bytes]) => [name, strFromU8(bytes)]));
}
