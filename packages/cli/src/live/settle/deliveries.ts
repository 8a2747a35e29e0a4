import { clock } from '../../clock.ts';
import { writeLine } from '../../output/stream.ts';
import type { Received, ReceiveDeliveries } from '../check.ts';
import { type Finding, open } from '../finding.ts';
import type { Opened } from '../reception.ts';
import type { Session } from '../session.ts';
import { shown } from '../shown.ts';

const anyDelivery = 'Make the platform send a delivery: for example, create or change a test record.';

/** Reads what has arrived already; only where that does not settle it, a person has to do something. */
export async function receive(check: ReceiveDeliveries, session: Session): Promise<Finding> {
  const opened = await session.reception.open();
  if (typeof opened === 'string') return open(opened);
  const reader = readerFor(check, opened, session);
  opened.receiver.react(check.reactions ?? []);
  return reader(false) ?? (await waitFor(check, reader, opened, session));
}

type Reader = (isOver: boolean) => Finding | null;

function readerFor(check: ReceiveDeliveries, { receiver, secrets }: Opened, session: Session): Reader {
  const since = check.reactions === undefined ? 0 : receiver.arrivals.length;
  const { platform, entered: connection } = session;
  return (isOver) => {
    const arrivals = receiver.arrivals.slice(since);
    const received: Received = { platform, connection, now: clock.now(), arrivals, secrets, isOver };
    return check.read(received);
  };
}

async function waitFor(
  check: ReceiveDeliveries,
  read: Reader,
  { receiver }: Opened,
  { asker, interrupted, io, wait }: Session,
): Promise<Finding> {
  writeLine(io.stderr, `  ${check.instruction ?? anyDelivery}`);
  const seconds = Math.round(wait / 1_000);
  const over = AbortSignal.timeout(wait);
  const [skip, settled] = [new AbortController(), new AbortController()];
  const prompt = `  Waiting for it, up to ${seconds} s. Enter skips this question.`;
  const answered = asker.line(prompt, AbortSignal.any([over, interrupted, settled.signal])).then(
    () => skip.abort(),
    // One of the signals has ended the question, or the input has ended; neither skips it.
    () => {},
  );
  try {
    const ended = AbortSignal.any([over, interrupted, skip.signal]);
    while (!ended.aborted) {
      await receiver.changed(ended).catch(() => interrupted.throwIfAborted());
      const finding = skip.signal.aborted ? null : read(over.aborted);
      if (finding !== null) return finding;
    }
    interrupted.throwIfAborted();
    return open(
      skip.signal.aborted ? shown`Skipped.` : shown`Nothing that settles it arrived within ${seconds} s.`,
    );
  } finally {
    settled.abort();
    await answered;
    writeLine(io.stderr);
  }
}
