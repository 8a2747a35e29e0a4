import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packTarball, unpackTarball } from '../packages/harness/src/tarball.ts';

/** The folders of the packages that go to npm; all others are private. */
export const published = ['packages/cli', 'packages/n8n-nodes-carehooks'] as const;

export type Published = (typeof published)[number];

/** Where the files of a package's tarball are listed, for people to see what changes. */
export const tarballList = (folder: Published): string => join(folder, 'test', 'tarball.txt');

/** Packs a package and hands over the folder that it is unpacked in, which is gone afterwards. */
export async function withUnpacked<T>(folder: string, use: (unpacked: string) => Promise<T>): Promise<T> {
  const place = await mkdtemp(join(tmpdir(), 'carehooks-published-'));
  try {
    return await use(await unpackTarball(await packTarball(folder, place), place));
  } finally {
    await rm(place, { recursive: true });
  }
}
