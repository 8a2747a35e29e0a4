import { platforms } from '@carehooks/core';

/** Where each command of the docs is run that `commands.test.ts` and `command-line.test.ts` do not run. */

const guide = { by: 'docs/add-a-platform.md' };
const everySuite = {
  by: '.github/workflows/ci.yml',
  as: 'node node_modules/jest/bin/jest.js ${{ matrix.tests }}',
};
const rehearsedRelease = { by: 'packages/zapier-carehooks/test/release/release.test.ts' };

/** A file that runs it, and the text in it that does so. */
export interface Elsewhere {
  readonly by: string;
  readonly as: string;
}

export const runElsewhere: Readonly<Record<string, Elsewhere>> = {
  'npm ci': { by: '.github/workflows/ci.yml', as: 'npm ci' },
  'npm test': { by: '.github/workflows/release.yml', as: 'run: npm test' },
  'npm run audit': { by: '.github/workflows/ci.yml', as: 'run: npm run audit' },
  'npm run e2e': { by: '.github/workflows/ci.yml', as: 'run: npm run e2e -- ${{ matrix.suites }}' },
  'npm run e2e -- ally': { by: '.github/workflows/ci.yml', as: 'run: npm run e2e -- ${{ matrix.suites }}' },
  'CAREHOOKS_N8N=1 npm run e2e -- release ally': {
    by: '.github/workflows/ci.yml',
    as: 'suites: release ally',
  },
  'npm run build': { by: '.github/workflows/ci.yml', as: 'run: npm run build' },
  'npm run build:cli': { by: 'package.json', as: 'npm run build:zapier && npm run build:cli' },
  'npm run e2e:stress': { by: 'packages/e2e/test/stress.test.ts', as: 'short form of `npm run e2e:stress`' },
  'npm run coverage': { by: '.github/workflows/ci.yml', as: 'run: npm run coverage' },
  'npm run mutation': { by: '.github/workflows/mutation.yml', as: 'run: npm run mutation' },
  'npm run pictures': { by: 'packages/e2e/test/pictures.test.ts', as: 'takePictures(' },
  'npm run generate -w zapier-carehooks': { ...guide, as: 'npm run generate --workspace zapier-carehooks' },
  'npm run generate --workspace zapier-carehooks -- ally': {
    ...guide,
    as: 'npm run generate --workspace zapier-carehooks -- <id>',
  },
  'npx jest packages/core': everySuite,
  'npx jest packages/simulator/test/hosts.test.ts': everySuite,
  'npx jest packages/core/test/contract.test.ts': {
    ...guide,
    as: 'npx jest packages/core/test/contract.test.ts',
  },
  'zapier-platform build': {
    by: 'packages/zapier-carehooks/scripts/packaging/build-zip.ts',
    as: "'build', '--skip-dep-install'",
  },
  'zapier-platform init': {
    by: 'packages/bench/src/benchmarks/zapier/template.ts',
    as: "'init'",
  },
  'npx changeset version': { by: 'scripts/test/changesets.test.ts', as: "'version'" },
};

export interface NotRun {
  readonly because: string;
  /** What is run instead. */
  readonly rehearsal: Elsewhere;
}

const liveChecks = platforms.map(({ id }): [string, NotRun] => [
  `npm run live -- ${id}`,
  {
    because: 'it takes an account at the platform, and a person',
    rehearsal: { by: 'packages/cli/test/live/platforms.test.ts', as: 'people()' },
  },
]);

export const notRun: Readonly<Record<string, NotRun>> = {
  ...Object.fromEntries(liveChecks),
  'npx changeset': {
    because: 'it asks questions of a person',
    rehearsal: { by: 'scripts/test/changesets.test.ts', as: 'writeChangeset(' },
  },
  'npx zapier-platform login': {
    because: 'it takes an account at Zapier',
    rehearsal: { ...rehearsedRelease, as: 'ZAPIER_DEPLOY_KEY' },
  },
  'npm run zapier -- ally register': {
    because: 'it takes an account at Zapier',
    rehearsal: { ...rehearsedRelease, as: "'register'" },
  },
  'npm run zapier -- ally push': {
    because: 'it takes an account at Zapier',
    rehearsal: { ...rehearsedRelease, as: "'push'" },
  },
};

/** What is run in place of commands that name no more than a program, or would take too long. */
export const shortForms: Readonly<
  Record<string, { readonly command: string; readonly says: RegExp; readonly code?: number }>
> = {
  'npm run zapier -- <app> <command>': {
    command: 'npm run zapier -- --help',
    says: /^Usage: npm run zapier/m,
  },
  'carehooks verify': { command: 'carehooks verify --help', says: /--request/ },
  'carehooks doctor': { command: 'carehooks doctor --help', says: /--target/ },
  'carehooks sweep': { command: 'carehooks sweep --help', says: /--apply/ },
  // Measuring takes a quiet machine and minutes: a name that there is not has it load all and list them.
  'npm run bench': { command: 'npm run bench -- none', says: /Choose one of: .*n8n/, code: 2 },
  'npm run bench -- --write': {
    command: 'npm run bench -- none --write',
    says: /Choose one of: .*n8n/,
    code: 2,
  },
};
