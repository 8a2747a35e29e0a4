import type { Simulator } from '@carehooks/simulator';
import type { Browser } from 'playwright-core';
import { boxOf, cutBelow } from '../browser/box.ts';
import { N8nClient } from '../client/n8n-client.ts';
import { Editor } from '../browser/editor.ts';
import type { N8nServer } from '../server/n8n-server.ts';
import { testId } from '../browser/test-id.ts';
import type { Album } from './album.ts';
import { pictureExecution } from './n8n-execution.ts';
import { pictureOptions } from './n8n-options.ts';
import { picturePanels } from './n8n-panels.ts';

/** Tall enough for a panel with all its options. */
const tall = { width: 1280, height: 1900 };

const usual = { width: 1360, height: 860 };

/** Everything that people see of the nodes in n8n's editor. */
export async function pictureN8n(
  album: Album,
  browser: Browser,
  server: N8nServer,
  simulator: Simulator,
): Promise<void> {
  const client = await N8nClient.connect(server.url);
  const editor = await Editor.open(browser, { url: server.url, ...tall });
  // Before there is any credential that a panel could offer.
  await picturePanels(album, editor, client);
  await pictureOptions(album, editor, client, simulator);
  await editor.page.setViewportSize(usual);
  const list = await editor.searchNodes('carehooks');
  await list.getByText('Halo Connect', { exact: true }).waitFor();
  const found = list.locator(testId('node-creator-item-description'));
  await album.take('n8n-search', list, {
    shows: ['Ally (Heim)', 'Eka Care', 'Halo Connect', 'HALO'],
    clip: cutBelow(await boxOf(list), await boxOf(found.last()), 16),
  });
  await pictureExecution(album, editor, client, simulator);
  await editor.close();
}
