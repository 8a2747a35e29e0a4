import type { Locator } from 'playwright-core';

/** Where something lies in a window, in the window's pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export async function boxOf(element: Locator): Promise<Box> {
  const box = await element.boundingBox();
  if (box === null) throw new Error(`The page does not show ${element}.`);
  return box;
}

/** The part of a box that ends below something in it, or all of it where that lies further down. */
export function cutBelow(box: Box, last: Box, margin: number): Box {
  return { ...box, height: Math.min(box.height, last.y + last.height + margin - box.y) };
}
