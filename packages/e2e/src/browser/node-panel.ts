import type { Locator, Page } from 'playwright-core';
import { type Box, boxOf, cutBelow } from './box.ts';
import { testId } from './test-id.ts';

/** Below the last field, in the window's pixels. */
const MARGIN = 24;

/** The panel of one node in n8n's editor, while it is open. */
export class NodePanel {
  readonly root: Locator;
  /** Its column in the middle, without the tabs above. */
  readonly parameters: Locator;
  /** What the node gave. */
  readonly output: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.root = page.locator(testId('ndv'));
    this.parameters = page.locator(testId('node-parameters'));
    this.output = page.locator(testId('output-panel'));
  }

  /** Unfolds the webhook URLs and shows one of them. */
  async showWebhookUrl(which: 'Test URL' | 'Production URL'): Promise<void> {
    await this.root.getByText('Webhook URLs', { exact: true }).click();
    await this.root.getByText(which, { exact: true }).click();
  }

  /** Has a trigger wait for a test event. */
  async executeStep(): Promise<void> {
    await this.root.locator(testId('trigger-execute-button')).click();
    await this.root.getByText('Listening for test event').first().waitFor();
  }

  /** Where the parameters lie, down to the last one. */
  async parametersBox(): Promise<Box> {
    const items = this.parameters.locator(`${testId('parameter-item')}:visible`);
    return cutBelow(await boxOf(this.parameters), await boxOf(items.last()), MARGIN);
  }

  /** Where the options lie, from their heading to the last one, once their lists are filled. */
  async optionsBox(): Promise<Box> {
    await this.parameters.locator('input:disabled').first().waitFor({ state: 'detached' });
    const heading = await boxOf(this.parameters.getByText('Options', { exact: true }));
    const whole = await this.parametersBox();
    const y = heading.y - MARGIN / 2;
    return { ...whole, y, height: whole.y + whole.height - y };
  }

  /** Opens the empty form of a new credential. */
  async openNewCredential(name: string): Promise<Locator> {
    await this.root.getByRole('button', { name: `Connect to ${name}`, exact: true }).click();
    return this.#credentialForm();
  }

  /** Opens the form of the first credential chosen in it. */
  async openCredential(): Promise<Locator> {
    await this.root.locator(testId('credential-edit-button')).first().click();
    return this.#credentialForm();
  }

  async closeCredential(): Promise<void> {
    const form = await this.#credentialForm();
    await form.getByRole('button', { name: 'Close' }).click();
    await form.waitFor({ state: 'hidden' });
  }

  async close(): Promise<void> {
    await this.root.locator(testId('ndv-close-button')).click();
    await this.root.waitFor({ state: 'hidden' });
  }

  async #credentialForm(): Promise<Locator> {
    const form = this.#page.locator(testId('editCredential-modal'));
    // Also waits until it no longer moves.
    await form.hover({ trial: true });
    return form;
  }
}
