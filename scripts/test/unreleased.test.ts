import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { published } from '../published.ts';

const versions = published.map((folder) => {
  const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Record<
    string,
    string
  >;
  return `${name}@${version}`;
});

function unreleased(tags: readonly string[]): string {
  const input = tags.map((tag) => `${tag}\n`).join('');
  return execFileSync(process.execPath, ['scripts/unreleased.ts'], { input, encoding: 'utf8' });
}

describe('what a release would publish', () => {
  it('is every version before there are tags', () => {
    expect(unreleased([])).toBe(`versions=${versions.join(' ')}\n`);
  });

  it('is what has no tag of its own, whatever older or longer ones there are', () => {
    const [first = '', ...others] = versions;
    expect(unreleased([first, 'v1', ...others.map((version) => `${version}-rc.1`)])).toBe(
      `versions=${others.join(' ')}\n`,
    );
  });

  it('is nothing once all are tagged', () => {
    expect(unreleased(versions)).toBe('versions=\n');
  });
});
