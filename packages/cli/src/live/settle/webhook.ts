import type { UseWebhook } from '../check.ts';
import { type Finding, open } from '../finding.ts';
import type { Session } from '../session.ts';
import { shown } from '../shown.ts';

export async function useWebhook(check: UseWebhook, { access, reception }: Session): Promise<Finding> {
  const opened = await reception.open();
  if (typeof opened === 'string') return open(opened);
  if (opened.own === null) return open(shown`Not asked: the webhook was made by hand.`);
  const own = { ...opened.own, ...(await access.account()) };
  return access.write(check.ask(own), own);
}
