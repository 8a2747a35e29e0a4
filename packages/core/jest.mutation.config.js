import all from '../../jest.config.js';

/**
 * The unit tests of what is mutated: quick, and each mutant has to fall to one of them. Property tests stay out: they
 * take longer than all others together, and what they find is theirs only by chance.
 */
export default {
  ...all,
  rootDir: '../..',
  roots: ['<rootDir>/packages/core/test'],
  testMatch: ['**/test/{accept,signature}/*.test.ts', '**/test/{event,event-name,filter}.test.ts'],
  testPathIgnorePatterns: [...all.testPathIgnorePatterns, '/properties.test.ts'],
};
