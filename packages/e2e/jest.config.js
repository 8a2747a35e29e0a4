/** The end-to-end tests: one file at a time, each with a server of its own, and patience. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>'],
  testMatch: ['**/test/**/*.test.ts'],
  // Its tests run where they belong to, in a copy of the workspace.
  testPathIgnorePatterns: ['/node_modules/', '/made-up-platform/'],
  testTimeout: 120_000,
  maxWorkers: 1,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
};
