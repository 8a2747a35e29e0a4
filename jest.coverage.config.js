import all from './jest.config.js';

const n8n = 'packages/n8n-nodes-carehooks';

/**
 * Line coverage of the core and the hosts: `npm run coverage`. The n8n package is tested as it is built, so that build
 * has source maps here; suites that look at what is published, or at times, are left out.
 */
export default {
  ...all,
  testPathIgnorePatterns: [
    ...all.testPathIgnorePatterns,
    '/packages/(?:bench|cli|harness)/',
    '/scripts/',
    '/fault-matrix/',
  ],
  testTimeout: 60_000,
  collectCoverage: true,
  collectCoverageFrom: [
    'packages/core/src/**/*.ts',
    // Support for tests.
    '!packages/core/src/testing/**',
    `${n8n}/{nodes,credentials}/**/*.ts`,
    `${n8n}/dist/**/*.js`,
    'packages/zapier-carehooks/src/**/*.ts',
  ],
  coverageReporters: ['text'],
  coverageThreshold: {
    'packages/core/src/': { lines: 100 },
    [`${n8n}/`]: { lines: 95 },
    'packages/zapier-carehooks/src/': { lines: 95 },
  },
};
