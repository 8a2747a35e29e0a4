import { eventually } from './eventually.ts';
import { importExample } from './example.ts';
import type { World } from './world.ts';

const file = 'halo-ticket-to-chat.json';

/** The message tells number, priority, client and agent, with a link, and leaves out what people wrote. */
export async function haloToChat(world: World): Promise<void> {
  const { chat, simulator } = world;
  const { halo } = simulator.platforms;
  const example = await importExample(world, file);
  await example.publish({
    'New ticket': { credentials: { haloApi: halo.account.connection(simulator.url) } },
    'Post to Mattermost': {
      parameters: { channelId: 'tickets' },
      credentials: { mattermostApi: chat.credential },
    },
  });

  await halo.fire('new ticket logged').settled();
  const told = [
    'New ticket #4251, priority 2',
    'Rosewood House Care, assigned to Ines Albrecht',
    'https://example.halopsa.com/ticket?id=4251',
  ];
  expect(await eventually(() => chat.messages('tickets'), 1)).toEqual([told.join('\n')]);
}
