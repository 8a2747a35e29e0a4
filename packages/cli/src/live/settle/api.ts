import type { AskApi } from '../check.ts';
import type { Finding } from '../finding.ts';
import type { Session } from '../session.ts';

export async function askApi(check: AskApi, { access }: Session): Promise<Finding> {
  const account = await access.account();
  return access.read(check.ask(account), account);
}
