import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startSimulator } from '@carehooks/simulator';
import { startPlayground } from '@carehooks/simulator/playground';
import type { Browser } from 'playwright-core';
import { setUpAlly } from './ally-workflow.ts';
import { launchBrowser } from './browser.ts';
import { N8nClient } from './client/n8n-client.ts';
import { Editor } from './editor.ts';
import { packNodePackage } from './pack.ts';
import { repositoryRoot } from './paths.ts';
import { startN8n } from './server/start.ts';

/** Takes the pictures of the documentation: the playground, and the node in n8n's editor. */
const folder = join(repositoryRoot(), 'docs', 'images');

async function picturePlayground(browser: Browser): Promise<void> {
  const playground = await startPlayground({ port: 0, root: repositoryRoot() });
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, colorScheme: 'light' });
  await page.goto(playground.url);
  await page.getByRole('button', { name: 'Fire' }).click();
  await page.getByText('Both hosts made the same item.').waitFor();
  await page.screenshot({ path: join(folder, 'playground.png') });
  await page.close();
  await playground.close();
}

async function pictureNode(browser: Browser): Promise<void> {
  const nodePackageTarball = await packNodePackage();
  const server = await startN8n({ nodePackageTarball });
  rmSync(dirname(nodePackageTarball), { recursive: true });
  const simulator = await startSimulator();
  try {
    const client = await N8nClient.connect(server.url);
    const parameters = {
      events: ['appointment.completed', 'appointment.cancelled'],
      expand: ['patient', 'window'],
    };
    const workflow = await setUpAlly(client, server.url, simulator, {
      name: 'Ally (Heim) Trigger',
      parameters,
    });
    const editor = await Editor.open(browser, { url: server.url, theme: 'light', width: 1280, height: 860 });
    await editor.openWorkflow(workflow.id);
    await editor.openNode(workflow.trigger.name);
    await editor.page.getByText('Webhook URLs', { exact: true }).click();
    await editor.page.getByText('Production URL', { exact: true }).waitFor();
    await editor.screenshot(join(folder, 'n8n-ally-trigger.png'));
    await editor.close();
  } finally {
    await simulator.close();
    await server.dispose();
  }
}

mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
try {
  await picturePlayground(browser);
  await pictureNode(browser);
} finally {
  await browser.close();
}
