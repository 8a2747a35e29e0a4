import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { linkStage } from './registrations.ts';

/** Whether Zapier's commands will find out by themselves whose account it is. */
export function hasAccount(): boolean {
  const { ZAPIER_DEPLOY_KEY, ZAPIER_AUTH_LOCATION } = process.env;
  return Boolean(ZAPIER_DEPLOY_KEY) || existsSync(ZAPIER_AUTH_LOCATION ?? join(homedir(), '.zapierrc'));
}

export const howToLogIn = 'Run npx zapier-platform login, or set ZAPIER_DEPLOY_KEY.';

export function requireAccount(): void {
  if (!hasAccount()) throw new Error(`This needs a Zapier account. ${howToLogIn}`);
}

/** Makes Zapier's commands in the stage work on the app that was registered for it. */
export async function requireRegistration(app: string, stage: string): Promise<void> {
  if ((await linkStage(app, stage)) !== undefined) return;
  throw new Error(
    `${app} is not registered in your Zapier account yet. Run: npm run zapier -- ${app} register\n` +
      `If it is, and only this machine does not know, run: npm run zapier -- ${app} link`,
  );
}
