import type { AskPerson } from '../check.ts';
import { type Finding, open } from '../finding.ts';
import type { Session } from '../session.ts';
import { shown } from '../shown.ts';

export async function askPerson({ answers }: AskPerson, session: Session): Promise<Finding> {
  const { asker, interrupted, io } = session;
  if (!io.isInteractive) return open(shown`Not asked: it needs a person at the keyboard.`);
  const chosen = await asker.choose(
    answers.map(({ label }) => label),
    interrupted,
  );
  return (chosen === null ? undefined : answers[chosen]?.finding) ?? open(shown`Skipped.`);
}
