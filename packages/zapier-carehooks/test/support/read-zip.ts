import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const centralEntry = 0x02014b50;
const endOfDirectory = 0x06054b50;

/**
 * The files of a zip by name.
 *
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3
 */
export function readZip(file: string): Map<string, string> {
  const zip = readFileSync(file);
  const end = zip.lastIndexOf(Buffer.from(Uint32Array.of(endOfDirectory).buffer));
  const files = new Map<string, string>();
  let entry = zip.readUInt32LE(end + 16);
  while (zip.readUInt32LE(entry) === centralEntry) {
    const nameEnd = entry + 46 + zip.readUInt16LE(entry + 28);
    files.set(zip.toString('utf8', entry + 46, nameEnd), contentOf(zip, entry));
    entry = nameEnd + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
  return files;
}

function contentOf(zip: Buffer, entry: number): string {
  const local = zip.readUInt32LE(entry + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const bytes = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
  const deflated = zip.readUInt16LE(entry + 10) === 8;
  return (deflated ? inflateRawSync(bytes) : bytes).toString('utf8');
}
