import all from '../../jest.config.js';

/** The unit tests of what is mutated: quick, and each mutant has to fall to one of them. */
export default {
  ...all,
  rootDir: '../..',
  roots: ['<rootDir>/packages/core/test'],
  testMatch: ['**/test/signature/*.test.ts', '**/test/accept.test.ts'],
};
