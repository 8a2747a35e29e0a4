import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../src/browser/browser.ts';
import { repositoryRoot } from '../src/paths.ts';
import { Album } from '../src/pictures/album.ts';
import { takePictures } from '../src/pictures/take.ts';
import { lookAt } from './support/picture-content.ts';
import { FIRST_RUN_MS } from './support/ping-server.ts';

const docs = join(repositoryRoot(), 'docs');
const folder = mkdtempSync(join(tmpdir(), 'carehooks-pictures-'));
let browser: Browser;
let taken: readonly string[];

beforeAll(async () => {
  // Throws where a page does not say what belongs into its picture.
  taken = (await takePictures(folder)).files;
  browser = await launchBrowser();
}, FIRST_RUN_MS);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** The pictures that the documentation shows. */
function shown(): string[] {
  const inDocs = readdirSync(docs, { recursive: true, encoding: 'utf8' }).map((name) => join(docs, name));
  const readmes = ['README.md', 'packages/n8n-nodes-carehooks/README.md'].map((name) =>
    join(repositoryRoot(), name),
  );
  const pages = [...readmes, ...inDocs].filter((name) => name.endsWith('.md'));
  const texts = pages.map((page) => readFileSync(page, 'utf8'));
  const names = texts.flatMap((text) => text.match(/(?<=images\/)[\w-]+\.png/g) ?? []);
  return [...new Set(names)].sort();
}

test('the documentation shows each picture that is taken, and no other', () => {
  const names = [...taken].sort();
  expect(readdirSync(folder).sort()).toEqual(names);
  expect(shown()).toEqual(names);
  expect(readdirSync(join(docs, 'images')).sort()).toEqual(names);
});

test('none is blank or small', async () => {
  const page = await browser.newPage();
  const blank = [];
  for (const file of taken) {
    const { width, height, colours } = await lookAt(page, join(folder, file));
    if (width < 350 || height < 350 || colours < 150) blank.push([file, width, height, colours]);
  }
  await page.close();
  expect(blank).toEqual([]);
});

test('they are light enough for a page', () => {
  const sizes = taken.map((file) => statSync(join(folder, file)).size);
  expect(taken.filter((_, index) => (sizes[index] ?? 0) > 150_000)).toEqual([]);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
});

test.each([
  ['<p>Events</p>', ['Events', 'Output'], 'should show "Output"'],
  [
    '<p>Events</p><p>Error fetching options from HALO Trigger</p>',
    ['Events'],
    'must not show "Error fetching',
  ],
])('no picture is taken of %s', async (html, shows, problem) => {
  const page = await browser.newPage();
  await page.setContent(html);
  const album = new Album(join(folder, 'refused'));
  await expect(album.take('panel', page.locator('body'), { shows })).rejects.toThrow(problem);
  expect(readdirSync(album.folder)).toEqual([]);
  await page.close();
});
