/**
 * Mutation tests of what decides whether a delivery is authentic, what it says, and whether that is new and wanted: `npm run mutation`. A mutant that
 * survives has to be killed by a test, or explained where it stands: https://stryker-mutator.io/docs
 */
export default {
  mutate: ['packages/core/src/signature/*.ts', 'packages/core/src/{accept,event,event-name,filter}.ts'],
  testRunner: 'jest',
  jest: { configFile: 'packages/core/jest.mutation.config.js', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  ignorePatterns: ['**/dist', '**/build', 'packages/*', '!packages/core', 'docs', '.changeset'],
  tempDirName: '.stryker-tmp',
  incremental: false,
  concurrency: 2,
  // Only what never ends shall run out of time, however busy the machine is.
  timeoutMS: 30_000,
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { allowColor: false, reportTests: false, reportScoreTable: true },
  thresholds: { high: 100, low: 100, break: 100 },
};
