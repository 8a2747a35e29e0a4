import { boxOf, cutBelow } from '../browser/box.ts';
import type { N8nClient } from '../client/n8n-client.ts';
import type { Editor } from '../browser/editor.ts';
import type { Album } from './album.ts';
import { createGallery } from './gallery.ts';
import { triggerPanels } from './trigger-panels.ts';

/** Address that n8n shows for its webhooks in the pictures. */
export const publicUrl = 'https://n8n.example.com';

/** Room below a field for its hint, in the window's pixels. */
const hintHeight = 44;

/** The panel of each trigger as it comes out of the list of nodes, and the empty forms that it leads to. */
export async function picturePanels(album: Album, editor: Editor, client: N8nClient): Promise<void> {
  await editor.openWorkflow(await createGallery(client, triggerPanels));
  for (const { picture, shows, forms } of triggerPanels) {
    const panel = await editor.openNode(picture);
    await panel.showWebhookUrl('Production URL');
    await album.take(picture, panel.parameters, {
      shows: [`${publicUrl}/webhook/`, 'Related Records', 'Output', 'Options', ...shows],
      clip: await panel.parametersBox(),
    });
    for (const form of forms) {
      const dialog = await panel.openNewCredential(form.connectTo);
      const clip = cutBelow(await boxOf(dialog), await boxOf(dialog.locator('input').last()), hintHeight);
      await album.take(form.picture, dialog, { shows: form.shows, clip });
      await panel.closeCredential();
    }
    await panel.close();
  }
}
