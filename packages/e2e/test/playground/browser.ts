import { createSimulation, type SimulatedPlatform } from '@carehooks/simulator';
import { startPlayground } from '@carehooks/simulator/playground';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../src/browser/browser.ts';
import { repositoryRoot } from '../../src/paths.ts';

type Playground = Awaited<ReturnType<typeof startPlayground>>;

const simulated: readonly SimulatedPlatform[] = Object.values(createSimulation().platforms);

/** Every platform that has pages, with the event that they offer first. */
export const platforms = simulated.map(({ id, name, events }) => ({ id, name, event: events[0] ?? '' }));

export interface OpenOptions {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: 'reduce';
}

/**
 * A playground and a browser for the tests of a file. Every page that a test opens is closed after it, and must have had
 * no trouble: no complaint of the browser, and no request to another host.
 */
export class PlaygroundBrowser {
  #playground: Playground | undefined;
  #browser: Browser | undefined;
  #contexts: BrowserContext[] = [];
  #trouble: string[] = [];

  static inThisFile(): PlaygroundBrowser {
    const opened = new PlaygroundBrowser();
    beforeAll(() => opened.#start());
    afterEach(() => opened.#closePages());
    afterAll(() => opened.#stop());
    return opened;
  }

  get url(): string {
    return this.#started.playground.url;
  }

  /** Opens a page of a platform that is at its start, with an empty board. */
  async open(path: string, options: OpenOptions = {}): Promise<Page> {
    const headers = { origin: this.url };
    const reset = `${this.url}/playground/${path.split('/')[0]}/reset`;
    expect((await fetch(reset, { method: 'POST', headers })).ok).toBe(true);
    return this.openAt(`${this.url}/playground/${path}`, options);
  }

  async openAt(url: string, { width = 1280, ...options }: OpenOptions = {}): Promise<Page> {
    const viewport = { width, height: 900 };
    const context = await this.#started.browser.newContext({ viewport, ...options });
    this.#contexts.push(context);
    const page = await context.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.#trouble.push(message.text());
    });
    page.on('pageerror', (error) => this.#trouble.push(error.message));
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== new URL(url).origin) this.#trouble.push(request.url());
    });
    await page.goto(url);
    return page;
  }

  /** For a test in which the browser has reason to complain. */
  forgiveTrouble(): void {
    this.#trouble = [];
  }

  get #started(): { readonly playground: Playground; readonly browser: Browser } {
    const [playground, browser] = [this.#playground, this.#browser];
    if (playground === undefined || browser === undefined) throw new Error('Open pages within tests.');
    return { playground, browser };
  }

  async #start(): Promise<void> {
    this.#playground = await startPlayground({ port: 0, root: repositoryRoot() });
    this.#browser = await launchBrowser();
  }

  async #closePages(): Promise<void> {
    const trouble = this.#trouble;
    this.#trouble = [];
    for (const context of this.#contexts.splice(0)) await context.close();
    expect(trouble).toEqual([]);
  }

  async #stop(): Promise<void> {
    await this.#browser?.close();
    await this.#playground?.close();
  }
}

export const fireButton = (page: Page): Locator => page.getByRole('button', { name: 'Fire', exact: true });

export const firstDelivery = (page: Page): Locator => page.locator('.delivery').first();

/** Pixels by which the page is wider than its window. */
export async function overflowOf(page: Page): Promise<number> {
  const { scrollWidth, clientWidth } = await page.evaluate<{ scrollWidth: number; clientWidth: number }>(
    '({ scrollWidth: document.documentElement.scrollWidth, clientWidth: document.documentElement.clientWidth })',
  );
  return scrollWidth - clientWidth;
}
