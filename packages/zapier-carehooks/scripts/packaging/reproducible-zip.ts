import { unzipSync, zipSync, type Zippable } from 'fflate';
import { usedPackages } from './used-packages.ts';

/** An ordinary file that everyone may read, on Unix: how Zapier's own build writes them. */
const unix = { os: 3, attrs: 0o100_644 * 2 ** 16 };

/**
 * The same files as another zip that depends on nothing but them: sorted, compressed by a library instead of the zlib
 * of this Node, and all written at the earliest time that a zip can hold. So whoever builds a commit gets the bytes
 * that were published of it, and can compare.
 *
 * https://reproducible-builds.org/docs/timestamps/
 */
export function reproducibleZip(zip: Uint8Array): Uint8Array {
  const files = usedPackages(Object.entries(unzipSync(zip))).sort(([left], [right]) =>
    left < right ? -1 : 1,
  );
  // A zip has no time zone. With parts of local time the date is the same one everywhere.
  const mtime = new Date(1980, 0, 1);
  const written: Zippable = Object.fromEntries(files.map(([name, bytes]) => [name, [bytes, unix]]));
  return zipSync(written, { level: 9, mtime });
}
