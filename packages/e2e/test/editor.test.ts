import { readFileSync, rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../src/browser/browser.ts';
import { N8nClient } from '../src/client/n8n-client.ts';
import { workflowOf } from '../src/client/workflow.ts';
import { Editor } from '../src/browser/editor.ts';
import type { N8nServer } from '../src/server/n8n-server.ts';
import { FIRST_RUN_MS, pingTrigger, startPingServer } from './support/ping-server.ts';

let server: N8nServer;
let browser: Browser;
let workflowId: string;
const pictures = mkdtempSync(join(tmpdir(), 'carehooks-pictures-'));

beforeAll(async () => {
  server = await startPingServer();
  browser = await launchBrowser();
  const client = await N8nClient.connect(server.url);
  const { id, name } = await client.createCredential('pingApi', 'Ping account', { baseUrl: server.url });
  const trigger = pingTrigger('Ping Trigger', { credentials: { pingApi: { id, name } } });
  workflowId = (await client.createWorkflow(workflowOf(trigger))).id;
}, FIRST_RUN_MS);

afterAll(async () => {
  await browser?.close();
  await server?.dispose();
  rmSync(pictures, { recursive: true });
});

/** The size in the header of a PNG. */
function pngSize(file: string): { width: number; height: number } {
  const png = readFileSync(file);
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

/** Judged by the page's background, oklch(lightness …): n8n follows the system and notes the theme nowhere. */
async function themeOf({ page }: Editor): Promise<'light' | 'dark'> {
  const colour = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  return Number(/^oklch\(([\d.]+)/.exec(colour)?.[1]) > 0.5 ? 'light' : 'dark';
}

test.each(['light', 'dark'] as const)(
  'the editor shows the node and its credential, in the %s theme',
  async (theme) => {
    const editor = await Editor.open(browser, { url: server.url, theme, width: 1280, height: 800 });
    await editor.openWorkflow(workflowId);
    expect(await themeOf(editor)).toBe(theme);
    const panel = await editor.openNode('Ping Trigger');
    expect(await panel.root.innerText()).toContain('Refuse to Publish');

    const dialog = await panel.openCredential();
    await dialog.getByText('Connection tested successfully').waitFor();
    const picture = join(pictures, `${theme}.png`);
    await editor.screenshot(picture);
    expect(pngSize(picture)).toEqual({ width: 1280, height: 800 });
    expect([...editor.requestedOrigins]).toEqual([server.url]);
    await editor.close();
  },
);
