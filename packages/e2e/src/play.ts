import { playSession } from './play-session.ts';

await playSession();
