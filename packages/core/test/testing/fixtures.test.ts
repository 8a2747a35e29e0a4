import { tmpdir } from 'node:os';
import { chdir, cwd } from 'node:process';
import { fixturesFolder } from '../../src/testing/index.ts';

const before = cwd();

afterEach(() => chdir(before));

describe('the folder of the fixtures', () => {
  it('is found from any folder of the workspace', () => {
    const folder = fixturesFolder();
    chdir(__dirname);
    expect(fixturesFolder()).toBe(folder);
  });

  it('is not found outside of it, which is said', () => {
    chdir(tmpdir());
    expect(() => fixturesFolder()).toThrow(/No folder above .+ is the carehooks-workspace\./);
  });
});
