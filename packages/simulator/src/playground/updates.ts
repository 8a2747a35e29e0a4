import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { Stage } from './stage.ts';
import { boardRefresh, boardUpdate } from './views/board-updates.ts';
import type { Html } from './views/layout.ts';
import { recordsRefresh, recordsUpdate } from './views/record-updates.ts';

/** Sends every change of the board as HTML, which the page puts in place. */
export function deliveryUpdates(c: Context, { board }: Stage): Response {
  const known = versionOf(c);
  return streamSSE(c, async (stream) => {
    const send = (markup: Html) => write(stream, markup, board.version);
    const stop = board.watch((change) => send(boardUpdate(change)));
    if (known !== board.version) send(boardRefresh(board.list()));
    await untilClosed(stream);
    stop();
  });
}

/** Sends what changed in the platform's records as HTML, which the page puts in place. */
export function recordUpdates(c: Context, { simulated, recordChanges, board }: Stage): Response {
  const known = versionOf(c);
  return streamSSE(c, async (stream) => {
    const send = (markup: Html) => write(stream, markup, recordChanges.version);
    const stopChanges = recordChanges.watch((events) => send(recordsUpdate(events, simulated)));
    const stopBoard = board.watch(({ kind }) => {
      if (kind === 'cleared') send(recordsRefresh(simulated));
    });
    if (known !== recordChanges.version) send(recordsRefresh(simulated));
    await untilClosed(stream);
    stopChanges();
    stopBoard();
  });
}

/** What the page has seen: at its last message, or when it was made. */
function versionOf(c: Context): string | undefined {
  return c.req.header('last-event-id') ?? c.req.query('since');
}

function write(stream: SSEStreamingApi, markup: Html, id: string): void {
  void stream.writeSSE({ event: 'update', data: String(markup), id });
}

function untilClosed(stream: SSEStreamingApi): Promise<void> {
  return new Promise((resolve) => stream.onAbort(resolve));
}
