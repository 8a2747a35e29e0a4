import type { CallName } from './expected/index.ts';
import type { Left } from './expected/call.ts';
import type { Place, Subject } from './subjects.ts';
import type { Seen, User } from './user.ts';
import { ZapierUser } from './zapier-user.ts';

/** A call that is about to be made. */
export interface Scene {
  readonly user: User;
  readonly subject: Subject;
  /** Begins the fault. */
  commit(place?: Place): void;
  /** Ends it. */
  clear(): void;
  /** Makes the webhook of the trigger, for the event. */
  subscribe(event: string): Promise<void>;
  /** How the webhook is now, where the trigger is for the event. */
  left(event: string): Promise<Left | 'several'>;
}

export interface Performed {
  readonly seen: Seen;
  /** `lost` and `twice`: there is no item where there should be one, or a second. */
  readonly left: Left | 'several' | 'lost' | 'twice';
  /** Whether what was left lets the same call work once the fault is over. */
  readonly mended: boolean;
}

type Perform = (scene: Scene) => Promise<Performed>;

/** How each call is made, and what is looked at afterwards. */
export const performers: Readonly<Record<CallName, Perform>> = {
  goingOn: receive,
  failing: receive,
  testing: read((user) => user.testConnection()),
  loggingIn: read(
    // n8n logs in when a token is needed.
    (user, { list = '' }) => (user instanceof ZapierUser ? user.logIn() : user.openList(list)),
    { login: true },
  ),
  choosing: readItems((user, { list = '' }) => user.openList(list)),
  polling: readItems((user, { polled = '' }) => (user as ZapierUser).poll(polled)),
  sampling: readItems((user) => (user as ZapierUser).samples()),
  lookingFor: publish({ method: 'GET' }),
  making: publish({ method: 'POST' }),
  binding: publish({ method: 'POST', path: '/api/Notification' }),
  changing: async (scene) => {
    await scene.subscribe(scene.subject.otherEvent);
    return publish(scene.subject.change ?? {})(scene);
  },
  lookingAgain: unpublish({ method: 'GET' }),
  removing: unpublish({ method: 'DELETE' }),
};

async function receive({ user, commit, clear }: Scene): Promise<Performed> {
  commit();
  const seen = await user.receive();
  clear();
  const went = itemsOf(seen) > 0;
  // Without a memory there is nothing to look for.
  if (went && !user.remembers) return { seen, mended: true, left: 'seen' };
  const sentAgain = await user.receive();
  const mended = sentAgain.kind === 'done';
  if (itemsOf(sentAgain) > 0) return { seen, mended, left: went ? 'twice' : 'free' };
  return { seen, mended, left: went ? 'seen' : 'lost' };
}

function itemsOf(seen: Seen): number {
  return seen.kind === 'done' ? seen.items.length : 0;
}

type Read = (user: User, subject: Subject) => Promise<Seen>;

function read(work: Read, place: Place = {}): Perform {
  return async ({ user, subject, commit }) => {
    commit(place);
    return { seen: await work(user, subject), left: 'nothing', mended: true };
  };
}

/** Where it works there is always something to see. */
function readItems(work: Read): Perform {
  return async (scene) => {
    const performed = await read(work)(scene);
    const { seen } = performed;
    return seen.kind === 'done' && itemsOf(seen) === 0 ? { ...performed, left: 'lost' } : performed;
  };
}

function publish(place: Place): Perform {
  return async ({ user, subject: { event }, commit, clear, left }) => {
    commit(place);
    const seen = await user.publish(event);
    clear();
    const found = await left(event);
    const again = await user.publish(event);
    return { seen, left: found, mended: again.kind === 'done' && (await left(event)) === 'right' };
  };
}

function unpublish(place: Place): Perform {
  return async ({ user, subject: { event }, subscribe, commit, clear, left }) => {
    await subscribe(event);
    commit(place);
    const seen = await user.unpublish();
    clear();
    const found = await left(event);
    const again = await user.unpublish();
    return { seen, left: found, mended: again.kind === 'done' && (await left(event)) === 'none' };
  };
}
