import { join } from 'node:path';
import { openZapierApp } from '@carehooks/harness/zapier';
import type { Browser } from 'playwright-core';
import { repositoryRoot } from '../paths.ts';
import type { Album } from './album.ts';
import type { AppDefinition, Trigger } from './zapier-definition.ts';
import { zapierPage } from './zapier-page.ts';

/** The apps, each with a trigger that stands for the others. */
const apps = [
  {
    app: 'ally',
    title: 'Ally (Heim)',
    trigger: 'appointment_completed',
    shows: ['Triggers when the visit of an appointment is done.', 'Copy the webhook secret at once'],
  },
  {
    app: 'eka-care',
    title: 'Eka Care',
    trigger: 'appointment_updated',
    shows: ['Triggers when an appointment is changed', 'Only events about these doctors.'],
  },
  {
    app: 'halo-connect',
    title: 'Halo Connect',
    trigger: 'registered',
    shows: ['Ask Halo Connect support to send the webhooks', 'Further rows of a result are cut off'],
  },
  {
    app: 'halo',
    title: 'HALO',
    trigger: 'new_ticket_logged',
    shows: ['Triggers when a ticket is logged.', 'Only tickets of these types.'],
  },
] as const;

/** As wide as the panel of a node in n8n. */
const viewport = { width: 420, height: 800 };

/**
 * What the apps say to their users. Zapier's editor cannot be run here, so these are plain pages with the texts of the
 * definition that Zapier gets.
 */
export async function pictureZapier(album: Album, browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport });
  for (const { app, title, trigger, shows } of apps) {
    await page.setContent(zapierPage(title, await readTrigger(app, trigger)));
    await album.take(`zapier-${app}`, page.locator('body'), {
      shows: [...shows, 'Related Records', 'Output'],
    });
  }
  await page.close();
}

async function readTrigger(app: string, key: string): Promise<Trigger> {
  const zip = join(repositoryRoot(), 'packages', 'zapier-carehooks', 'build', `${app}.zip`);
  const built = await openZapierApp(zip);
  try {
    const { triggers } = (await built.definition()) as unknown as AppDefinition;
    const trigger = triggers[key];
    if (trigger === undefined) throw new Error(`The app ${app} has no trigger ${key}: is it built anew?`);
    return trigger;
  } finally {
    await built.close();
  }
}
