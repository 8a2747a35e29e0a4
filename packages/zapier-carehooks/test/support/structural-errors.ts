import * as platform from 'zapier-platform-core';

interface Handling {
  /** Missing from Zapier's types. */
  createAppHandler(app: object): (event: { command: 'validate' }) => Promise<{ results: unknown[] }>;
}

/** What Zapier's schema has against a definition. */
export async function structuralErrors(app: object): Promise<unknown[]> {
  const { createAppHandler } = platform as typeof platform & Handling;
  return (await createAppHandler(app)({ command: 'validate' })).results;
}
