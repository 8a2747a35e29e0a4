import { rm } from 'node:fs/promises';
import { platforms } from '@carehooks/core';
import { appPaths } from '../../../zapier-carehooks/scripts/packaging/paths.ts';
import type { Benchmark, Floor } from '../benchmark.ts';
import { median, medianRatio } from '../median.ts';
import { kilobytes, megabytes, milliseconds, times } from '../report/numbers.ts';
import type { Cost } from './zapier/cost.ts';
import { buildTemplate } from './zapier/template.ts';
import { partOf, weigh, type Weight } from './zapier/weigh.ts';

/** Fresh processes for each app. */
const rounds = 21;

const limit = 1.05;

interface Part {
  readonly label: string;
  readonly shown: (value: number) => string;
}

const parts: Readonly<Record<keyof Cost, Part>> = {
  milliseconds: { label: 'import', shown: milliseconds },
  heapUsed: { label: 'heap', shown: megabytes },
  rss: { label: 'memory', shown: megabytes },
};

const costs = Object.keys(parts) as Array<keyof Cost>;

/** What Zapier has to load before any code of an app runs. */
export const starting: Benchmark = {
  name: 'zapier',
  title: 'Starting on Zapier',
  about: [
    'The zip of each app, as the tests run it and as it is uploaded, against the template `minimal` of zapier-platform, which does nothing. The template is made by `zapier-platform init`, with the same packages beside it as our apps have, and built by `zapier-platform build`; its zip is taken as that command leaves it. Ours come out of the same command, are compressed anew so that they can be reproduced, and lack the `package.json` of packages of which nothing else is in the zip.',
    `Each zip is unpacked and imported in ${rounds} fresh processes, in turns. Numbers are medians, ratios the medians of the ratios within a round. Heap is what is in use after a garbage collection, memory the resident set (RSS) before it.`,
  ].join('\n\n'),
  async run() {
    const say = (line: string) => process.stderr.write(`${line}\n`);
    say('Zapier: building the template …');
    const { folder, zip } = await buildTemplate();
    try {
      const ours = platforms.map(({ id, name }) => ({ name, zip: appPaths(id).zip }));
      const [template, ...apps] = await weigh([{ name: 'template', zip }, ...ours], rounds, say);
      if (template === undefined) throw new Error('The template was not weighed.');
      return {
        table: {
          columns: ['app', 'zip', ...costs.map((part) => parts[part].label)],
          rows: [template, ...apps].map((app) => rowOf(app, template)),
        },
        chart: {
          title: 'Size of the zip',
          unit: 'KB',
          bars: [template, ...apps].map(({ name, bytes }) => ({ label: name, value: bytes / 1_024 })),
        },
        floors: apps.flatMap((app) => floorsOf(app, template)),
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

function rowOf(app: Weight, template: Weight): string[] {
  const cell = (shown: string, ratio: number) => (app === template ? shown : `${shown} (${times(ratio)})`);
  return [
    app.name,
    cell(kilobytes(app.bytes), app.bytes / template.bytes),
    ...costs.map((part) =>
      cell(parts[part].shown(median(partOf(app, part))), costRatio(app, template, part)),
    ),
  ];
}

function floorsOf(app: Weight, template: Weight): Floor[] {
  const floor = (label: string, ratio: number): Floor => ({
    what: `${app.name} on Zapier, ${label}`,
    ratio,
    limit,
    sense: 'at most',
  });
  return [
    floor('zip', app.bytes / template.bytes),
    ...costs.map((part) => floor(parts[part].label, costRatio(app, template, part))),
  ];
}

function costRatio(app: Weight, template: Weight, part: keyof Cost): number {
  return medianRatio(partOf(app, part), partOf(template, part));
}
