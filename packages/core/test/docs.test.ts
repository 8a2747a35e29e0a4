import { readFileSync } from 'node:fs';
import { platforms } from '../src/index.ts';
import { errorTables, fillTables, platformTables } from '../../../scripts/tables.ts';

/** Tables as they read: Prettier pads their cells. */
function withoutPadding(page: string): string {
  return page.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
}

describe.each(platforms)('the page of $name', (platform) => {
  const page = readFileSync(`docs/platforms/${platform.id}.md`, 'utf8');

  it('has the tables that follow from the registry; `npm run docs` writes them', () => {
    expect(withoutPadding(page)).toBe(withoutPadding(fillTables(page, platformTables(platform))));
  });
});

it('the page of errors names every code; `npm run docs` writes it', () => {
  const page = readFileSync('docs/errors.md', 'utf8');
  expect(withoutPadding(page)).toBe(withoutPadding(fillTables(page, errorTables())));
});
