import { readFileSync } from 'node:fs';
import { platforms } from '../src/index.ts';
import { fillTables, platformTables } from '../../../scripts/platform-tables.ts';

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
