import { strToU8, unzipSync, zipSync } from 'fflate';
import { reproducibleZip } from '../scripts/packaging/reproducible-zip.ts';

/** The files that are left of a zip of these. */
function kept(...names: string[]): string[] {
  const zip = zipSync(Object.fromEntries(names.map((name) => [name, strToU8('{}')])));
  return Object.keys(unzipSync(reproducibleZip(zip)));
}

test('a package with nothing but its package.json is left out', () => {
  expect(kept('node_modules/used/index.js', 'node_modules/used/package.json')).toHaveLength(2);
  expect(kept('node_modules/unused/package.json', 'package.json')).toEqual(['package.json']);
});

test('also one that has another package inside, or whose name begins like another one', () => {
  expect(
    kept(
      'node_modules/around/node_modules/used/index.js',
      'node_modules/around/node_modules/used/package.json',
      'node_modules/around/package.json',
      'node_modules/around-it/index.js',
    ),
  ).toEqual([
    'node_modules/around-it/index.js',
    'node_modules/around/node_modules/used/index.js',
    'node_modules/around/node_modules/used/package.json',
  ]);
});

test('the app’s own package.json stays, whatever else there is', () => {
  expect(kept('package.json')).toEqual(['package.json']);
});
