import type { INodeTypeDescription } from 'n8n-workflow';
import { exampleFiles, readExample } from '../src/workflows/examples.ts';
import { problemsOf } from './support/node-problems.ts';
import { FIRST_RUN_MS } from './support/ping-server.ts';
import { cancelledToChat } from './stories/cancelled-to-chat.ts';
import { completedToEmail } from './stories/completed-to-email.ts';
import { ekaCareToSheet } from './stories/eka-care-to-sheet.ts';
import { haloToChat } from './stories/halo-to-chat.ts';
import { nightlyReconciliation } from './stories/nightly-reconciliation.ts';
import { openWorld, type World } from './stories/world.ts';

/** What users of each example workflow see. */
const stories: Readonly<Record<string, (world: World) => Promise<void>>> = {
  'appointment-cancelled-to-chat.json': cancelledToChat,
  'appointment-completed-to-email.json': completedToEmail,
  'eka-care-appointment-to-sheet.json': ekaCareToSheet,
  'halo-ticket-to-chat.json': haloToChat,
  'nightly-reconciliation.json': nightlyReconciliation,
};

let world: World;

beforeAll(async () => {
  world = await openWorld();
}, FIRST_RUN_MS);

afterEach(() => world?.simulator.reset());

afterAll(() => world?.close());

test('n8n knows every node, parameter and choice of them', async () => {
  const types = await world.client.connection.file<INodeTypeDescription[]>('/types/nodes.json');
  for (const file of exampleFiles())
    expect([file, readExample(file).nodes.flatMap((node) => problemsOf(node, types))]).toEqual([file, []]);
});

test.each(exampleFiles())('%s does what it says', async (file) => {
  const story = stories[file];
  if (story === undefined) throw new Error(`${file} is not run: write its story.`);
  await story(world);
});
