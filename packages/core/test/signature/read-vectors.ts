import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixturesFolder } from '../../src/testing/index.ts';

/** A file of signatures that are known to be right: see `fixtures/vectors/SOURCES.md`. */
export function readVectors<Vectors>(file: string): Vectors {
  return JSON.parse(readFileSync(join(fixturesFolder(), 'vectors', file), 'utf8')) as Vectors;
}

interface Stamped {
  readonly timestamp: string;
  readonly body: string;
  readonly hex: string;
}

export interface OwnVectors {
  readonly secret: string;
  /** As Eka Care describes its scheme. */
  readonly timestampBeforeBody: Stamped;
  /** As Halo Connect describes its scheme. */
  readonly timestampAfterBody: Stamped;
  readonly bodyAlone: { readonly body: string; readonly hex: string; readonly base64: string };
}
