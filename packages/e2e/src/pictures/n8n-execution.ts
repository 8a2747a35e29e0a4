import type { Simulator } from '@carehooks/simulator';
import { setUpAlly, webhookPath } from '../workflows/ally.ts';
import type { N8nClient } from '../client/n8n-client.ts';
import { testWebhookUrl } from '../client/workflow.ts';
import type { Editor } from '../browser/editor.ts';
import type { Album } from './album.ts';

/** A trigger that has just received a test event: its steps, and the item with the records that it asked for. */
export async function pictureExecution(
  album: Album,
  editor: Editor,
  client: N8nClient,
  simulator: Simulator,
): Promise<void> {
  const name = 'Ally (Heim) Trigger';
  const secret = 'whsec_for_tests';
  const workflow = await setUpAlly(client, editor.url, simulator, {
    name,
    parameters: { events: ['appointment.completed'], expand: ['patient', 'window'] },
    secrets: { testSecret: secret },
  });
  await editor.openWorkflow(workflow.id);
  const panel = await editor.openNode(name);
  await panel.executeStep();
  const target = { url: testWebhookUrl(editor.url, workflow.trigger, webhookPath), secret };
  await simulator.platforms.ally.fire('appointment.completed', { target }).settled();
  await panel.output.getByText('Schema', { exact: true }).click();
  await panel.output.getByText('firstName').first().waitFor();
  await editor.page.getByText('Node executed successfully').waitFor({ state: 'detached' });
  await album.take('n8n-ally-trigger', panel.root, {
    shows: ['Set up the webhook in the Ally (Heim) dashboard:', 'apt_9HRUhuDrE9x882Tgx2', 'Zoë'],
  });
  await panel.close();
}
