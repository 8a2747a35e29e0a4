import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { platforms } from '@carehooks/core';
import { livePlatforms } from '../../src/live/platforms/index.ts';

const checks = livePlatforms.flatMap(({ platform, checks: all }) =>
  all.map((check) => ({ ...check, name: `${platform.id} ${check.id}` })),
);

it('describes platforms that there are, each once', () => {
  const described = livePlatforms.map(({ platform }) => platform);
  expect(platforms).toEqual(expect.arrayContaining(described));
  expect(new Set(described).size).toBe(described.length);
});

it('ids are unique on a platform, and can be typed', () => {
  const names = checks.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(checks.filter(({ id }) => !/^[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([]);
});

it.each(checks)('$name is a question, about something that there is', ({ question, concerns }) => {
  expect(question).toMatch(/^[A-Z].*\?(?: \(.*\.\))?$/);
  expect(readFileSync(concerns.file, 'utf8')).toContain(concerns.point);
});

const variants = checks.filter((check) => check.kind === 'variants');

it.each(variants)(
  '$name tries our default first, and settings that there are',
  ({ name, variants: tried }) => {
    const platform = platforms.find(({ id }) => name.startsWith(`${id} `))!;
    for (const { settings } of tried) {
      expect(platform.settings.map(({ key }) => key)).toEqual(expect.arrayContaining(Object.keys(settings)));
    }
    const [key = '', value] = Object.entries(tried[0]!.settings)[0] ?? [];
    const preset = platform.settings.find((setting) => setting.key === key);
    const isChosen = preset?.choices?.some((choice) => choice.value === value) === true;
    expect(isChosen || preset?.default === value).toBe(true);
  },
);

it('runs as it is, without a build', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['packages/cli/src/live/main.ts', 'halo', '--list'],
    {
      encoding: 'utf8',
    },
  );
  expect(status).toBe(0);
  const halo = livePlatforms.find(({ platform }) => platform.id === 'halo');
  for (const { id } of halo?.checks ?? []) expect(stdout).toContain(id);
});
