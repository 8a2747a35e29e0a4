import { startSimulator } from '@carehooks/simulator';
import { launchBrowser } from '../browser/browser.ts';
import { withNodePackage } from '../pack.ts';
import { startN8n } from '../server/start.ts';
import { Album } from './album.ts';
import { pictureN8n } from './n8n.ts';
import { publicUrl } from './n8n-panels.ts';
import { picturePlayground } from './playground.ts';
import { pictureZapier } from './zapier.ts';

/** Takes all pictures of the documentation from what was built, and puts them into a folder. */
export async function takePictures(folder: string): Promise<Album> {
  const album = new Album(folder);
  const browser = await launchBrowser();
  try {
    await picturePlayground(album, browser);
    await pictureZapier(album, browser);
    const env = { WEBHOOK_URL: `${publicUrl}/` };
    const server = await withNodePackage((nodePackageTarball) => startN8n({ nodePackageTarball, env }));
    try {
      const simulator = await startSimulator();
      await pictureN8n(album, browser, server, simulator).finally(() => simulator.close());
    } finally {
      await server.dispose();
    }
  } finally {
    await browser.close();
  }
  return album;
}
