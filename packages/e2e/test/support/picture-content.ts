import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

export interface PictureContent {
  readonly width: number;
  readonly height: number;
  /** How many different ones there are. */
  readonly colours: number;
}

/** Runs in the browser, which knows how to read pictures. */
const script = `async (url) => {
  const bitmap = await createImageBitmap(await (await fetch(url)).blob());
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(bitmap, 0, 0);
  const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  return { width, height, colours: new Set(pixels).size };
}`;

/** Reads a picture from its file. */
export function lookAt(page: Page, file: string): Promise<PictureContent> {
  const url = `data:image/png;base64,${readFileSync(file, 'base64')}`;
  return page.evaluate<PictureContent>(`(${script})(${JSON.stringify(url)})`);
}
