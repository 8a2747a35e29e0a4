import { serveJson } from './serve-json.ts';

interface Post {
  readonly channel_id: string;
  readonly message: string;
}

export interface Mattermost {
  /** For n8n's credential. */
  readonly credential: { readonly baseUrl: string; readonly accessToken: string };
  /** Every message of a channel, the oldest first. */
  messages(channel: string): string[];
  /** Whether it answers nothing but that it is not available. */
  setDown(down: boolean): void;
  close(): Promise<void>;
}

/** Takes posts as a Mattermost server does: https://developers.mattermost.com/api-documentation/ */
export async function startMattermost(): Promise<Mattermost> {
  const accessToken = 'token-of-the-bot';
  const posts: Post[] = [];
  let isDown = false;
  const { url, close } = await serveJson(({ method, path, authorization, body }) => {
    if (isDown) return { status: 503, body: { message: 'Down for maintenance' } };
    if (authorization !== `Bearer ${accessToken}`) return { status: 401, body: { message: 'Log in first' } };
    if (`${method} ${path}` !== 'POST /api/v4/posts') return { status: 404, body: { message: 'Not found' } };
    posts.push(body as Post);
    return { status: 201, body: { id: `post-${posts.length}`, ...(body as Post) } };
  });
  return {
    credential: { baseUrl: url, accessToken },
    messages: (channel) =>
      posts.filter(({ channel_id }) => channel_id === channel).map(({ message }) => message),
    setDown(down) {
      isDown = down;
    },
    close,
  };
}
