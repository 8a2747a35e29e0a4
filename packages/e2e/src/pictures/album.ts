import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { Box } from '../browser/box.ts';

export interface PictureOptions {
  /** What has to be readable in it, wherever the lines break. */
  readonly shows: readonly string[];
  /** The part of the window to take, where that is not just the subject. */
  readonly clip?: Box;
}

/** Traces of something that went wrong. */
const never = ['Error fetching options', 'undefined', '[object Object]', '${'];

/** A folder of pictures. None is taken of a page that does not say what it should. */
export class Album {
  readonly folder: string;
  /** The files taken so far. */
  readonly files: string[] = [];

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** @param name of the file, without its ending */
  async take(name: string, subject: Locator, { shows, clip }: PictureOptions): Promise<void> {
    const text = oneLine(await subject.innerText());
    const missing = shows.filter((expected) => !text.includes(oneLine(expected)));
    if (missing.length > 0)
      throw new Error(`${name} should show "${missing.join('", "')}", but reads: ${text}`);
    const wrong = never.filter((trace) => text.includes(trace));
    if (wrong.length > 0)
      throw new Error(`${name} must not show "${wrong.join('", "')}", but reads: ${text}`);
    const file = `${name}.png`;
    // Where nothing reacts to it.
    await subject.page().mouse.move(0, 0);
    const options = { path: join(this.folder, file), animations: 'disabled', caret: 'hide' } as const;
    await (clip === undefined
      ? subject.screenshot(options)
      : subject.page().screenshot({ ...options, clip }));
    this.files.push(file);
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
