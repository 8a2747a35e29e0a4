import { readFileSync } from 'node:fs';
import { platforms } from '../../../packages/core/src/index.ts';
import { faultTables } from '../../faults.ts';
import { overviewTables } from '../../overview.ts';
import { errorTables, fillTables, platformTables } from '../../tables.ts';

/** Tables as they read: Prettier pads their cells. */
function withoutPadding(page: string): string {
  return page.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
}

const pages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...Object.fromEntries(platforms.map((one) => [`platforms/${one.id}.md`, platformTables(one)])),
  ...overviewTables(platforms),
  'errors.md': errorTables(),
  'faults.md': faultTables(),
};

it.each(Object.keys(pages))(
  '%s has the tables that follow from the code; `npm run docs` writes them',
  (name) => {
    const page = readFileSync(`docs/${name}`, 'utf8');
    expect(withoutPadding(page)).toBe(withoutPadding(fillTables(page, pages[name] ?? {})));
  },
);

it.each(['README.md', 'packages/n8n-nodes-carehooks/README.md'])('%s leads to every platform', (file) => {
  const readme = readFileSync(file, 'utf8');
  const missing = platforms.filter(({ id }) => !readme.includes(`docs/platforms/${id}.md)`));
  expect(missing.map(({ name }) => name)).toEqual([]);
});
