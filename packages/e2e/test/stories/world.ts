import { setStage, type Stage } from '../support/carehooks-server.ts';
import { startGrist, type Grist } from '../stand-ins/grist.ts';
import { startMailServer, type MailServer } from '../stand-ins/mail-server.ts';
import { startMattermost, type Mattermost } from '../stand-ins/mattermost.ts';

/** n8n and the platforms, and the services that the example workflows write to. */
export interface World extends Stage {
  readonly mail: MailServer;
  readonly chat: Mattermost;
  readonly sheet: Grist;
}

export async function openWorld(): Promise<World> {
  const stage = await setStage();
  try {
    const [mail, chat, sheet] = await Promise.all([startMailServer(), startMattermost(), startGrist()]);
    return {
      ...stage,
      ...{ mail, chat, sheet },
      async close() {
        await stage.close();
        await Promise.all([mail.close(), chat.close(), sheet.close()]);
      },
    };
  } catch (error) {
    await stage.close();
    throw error;
  }
}
