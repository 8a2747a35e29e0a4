import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { OWNER } from '../client/n8n-client.ts';
import { NodePanel } from './node-panel.ts';
import { testId } from './test-id.ts';

export interface EditorOptions {
  /** Of the n8n server. */
  url: string;
  theme?: 'light' | 'dark';
  width?: number;
  height?: number;
}

/** n8n's pages compile a lot of script on the first visit. */
const SLOW_PAGE_MS = 60_000;

/** n8n's editor in a browser, as a user sees it. */
export class Editor {
  /** Of the n8n server. */
  readonly url: string;
  readonly page: Page;
  /** Every origin the window asked anything of. */
  readonly requestedOrigins = new Set<string>();
  readonly #context: BrowserContext;

  private constructor(context: BrowserContext, page: Page, url: string) {
    this.#context = context;
    this.page = page;
    this.url = url;
    page.on('request', (request) => this.requestedOrigins.add(new URL(request.url()).origin));
  }

  /** Opens a window of its own and logs in as the owner, whom `N8nClient.connect` sets up. */
  static async open(browser: Browser, options: EditorOptions): Promise<Editor> {
    const { url, theme = 'light', width = 1440, height = 900 } = options;
    // n8n follows the system's theme unless told otherwise.
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme });
    const page = await context.newPage();
    page.setDefaultTimeout(SLOW_PAGE_MS);
    const editor = new Editor(context, page, url);
    await editor.#login();
    return editor;
  }

  async #login(): Promise<void> {
    await this.page.goto(`${this.url}/signin`);
    await this.page.locator('input[name=emailOrLdapLoginId]').fill(OWNER.email);
    await this.page.locator('input[name=password]').fill(OWNER.password);
    await this.page.locator(testId('form-submit-button')).click();
    await this.page.waitForURL((address) => !address.pathname.startsWith('/signin'));
  }

  /** Opens a workflow and waits until its nodes are drawn. */
  async openWorkflow(workflowId: string): Promise<void> {
    await this.page.goto(`${this.url}/workflow/${workflowId}`);
    await this.page.locator(testId('canvas-node')).first().waitFor();
  }

  /** Opens the panel with a node's parameters. */
  async openNode(name: string): Promise<NodePanel> {
    await this.page.locator(`${testId('canvas-node')}[data-node-name="${name}"]`).dblclick();
    const panel = new NodePanel(this.page);
    await panel.root.waitFor();
    return panel;
  }

  /** Opens a workflow without nodes and looks for one to add. */
  async searchNodes(words: string): Promise<Locator> {
    await this.page.goto(`${this.url}/workflow/new`);
    await this.page.locator(testId('node-creator-plus-button')).click();
    await this.page.locator(testId('node-creator-search-bar')).fill(words);
    return this.page.locator(testId('node-creator'));
  }

  /** Saves what the window shows as a PNG, once it has all it asked for. */
  async screenshot(file: string): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    mkdirSync(dirname(file), { recursive: true });
    await this.page.screenshot({ path: file, animations: 'disabled' });
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}
