import { readdirSync, readFileSync } from 'node:fs';

it('no file that the hosts bundle imports the explanation', () => {
  const root = 'packages/core/src';
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('explain') && !file.startsWith('testing'))
    .filter((file) => /from '[./]*explain\//.test(readFileSync(`${root}/${file}`, 'utf8')));
  expect(files).toEqual([]);
});
