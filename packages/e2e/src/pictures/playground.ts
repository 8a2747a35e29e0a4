import { startPlayground } from '@carehooks/simulator/playground';
import type { Browser } from 'playwright-core';
import { repositoryRoot } from '../paths.ts';
import type { Album } from './album.ts';

const viewport = { width: 1200, height: 680 };

/** GitHub shows the one that fits the reader's theme. */
const themes = [
  { picture: 'playground', colorScheme: 'light' },
  { picture: 'playground-dark', colorScheme: 'dark' },
] as const;

const same = 'Both hosts made the same item.';

/** The playground after one event was fired. */
export async function picturePlayground(album: Album, browser: Browser): Promise<void> {
  const playground = await startPlayground({ port: 0, root: repositoryRoot() });
  try {
    const page = await browser.newPage({ viewport });
    await page.goto(playground.url);
    await page.getByRole('button', { name: 'Fire' }).click();
    await page.getByText(same, { exact: true }).waitFor();
    for (const { picture, colorScheme } of themes) {
      await page.emulateMedia({ colorScheme });
      await album.take(picture, page.locator('body'), {
        shows: ['Carehooks', same],
        clip: { x: 0, y: 0, ...viewport },
      });
    }
    await page.close();
  } finally {
    await playground.close();
  }
}
