import { globSync, readFileSync } from 'node:fs';
import { brokenLinks } from '../../links.ts';

const pages = globSync(['*.md', 'docs/**/*.md', 'fixtures/**/*.md', 'packages/*/README.md']).sort();

it.each(pages)('all links of %s lead somewhere', (page) => {
  expect(brokenLinks(page, readFileSync(page, 'utf8'))).toEqual([]);
});

it('would notice links that lead nowhere', () => {
  const right = '[a](errors.md) [b](../README.md#platforms) ![c](images/playground.png) [d](#here-it-is)';
  const wrong =
    '[e](nowhere.md) [f](errors.md#nowhere) [g](#nowhere) <img src="images/nowhere.png"> <source srcset="images/dark.png">';
  const elsewhere = '[h](https://example.com/nowhere)\n\n```md\n[i](nowhere.md)\n```';
  const found = brokenLinks('docs/limits.md', `# Here it is\n\n${right}\n${wrong}\n${elsewhere}`);
  expect(found).toEqual([
    'nowhere.md',
    'errors.md#nowhere',
    '#nowhere',
    'images/nowhere.png',
    'images/dark.png',
  ]);
});
