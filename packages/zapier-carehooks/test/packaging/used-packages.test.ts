import { usedPackages } from '../../scripts/packaging/used-packages.ts';

/** The files that are left of these. */
function kept(...names: string[]): string[] {
  return usedPackages(names.map((name) => [name, null])).map(([name]) => name);
}

test('a package with nothing but its package.json is left out', () => {
  const used = ['node_modules/used/index.js', 'node_modules/used/package.json'];
  expect(kept(...used, 'node_modules/unused/package.json', 'package.json')).toEqual([
    ...used,
    'package.json',
  ]);
});

test('also one that has another package inside, or whose name begins like another one', () => {
  const used = [
    'node_modules/around-it/index.js',
    'node_modules/around/node_modules/used/index.js',
    'node_modules/around/node_modules/used/package.json',
  ];
  expect(kept(...used, 'node_modules/around/package.json')).toEqual(used);
});

test('the app’s own package.json stays, whatever else there is', () => {
  expect(kept('package.json')).toEqual(['package.json']);
});
