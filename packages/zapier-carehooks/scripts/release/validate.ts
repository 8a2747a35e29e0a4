import { buildZip } from '../packaging/build-zip.ts';
import { appPaths } from '../packaging/paths.ts';
import { outputOfPlatformCli } from '../packaging/platform-cli.ts';
import { tell } from '../packaging/progress.ts';
import { check } from '../publishing-rules/check.ts';
import { hasAccount, howToLogIn } from './account.ts';
import { builtDefinition } from './apps.ts';
import { linkStage } from './registrations.ts';

/** Builds an app and checks it: Zapier's schema and publishing rules here, the rest by Zapier where there is an account. */
export async function validate(app: string): Promise<void> {
  await buildZip(app);
  await checkZip(app);
}

/** Checks an app that is built and staged. */
export async function checkZip(app: string): Promise<void> {
  await checkRules(app);
  if (hasAccount()) await checkAtZapier(app);
  else tell(`${app}: left out Zapier's own checks, which need an account. ${howToLogIn}`);
}

async function checkRules(app: string): Promise<void> {
  const { broken, accepted } = check(await builtDefinition(app));
  for (const reason of new Set(accepted.map(({ reason }) => reason))) tell(`${app}: accepted: ${reason}`);
  if (broken.length > 0) {
    const lines = broken.map(({ rule, where, problem }) => `  ${rule} ${where}: ${problem}`);
    throw new Error(`${app} breaks publishing rules of Zapier. Mend these first:\n${lines.join('\n')}`);
  }
  tell(`${app}: meets Zapier's publishing rules`);
}

/** Zapier's `validate` ends well whatever its checks find, so that what they found is read from its words. */
async function checkAtZapier(app: string): Promise<void> {
  const { stage } = appPaths(app);
  await linkStage(app, stage);
  const output = await outputOfPlatformCli(['validate'], stage);
  tell(output.trimEnd());
  const failures = /- (\d+) checks failed/.exec(output)?.[1];
  if (failures === undefined) throw new Error(`Zapier's checks of ${app} gave no result. Try again.`);
  if (failures !== '0') throw new Error(`${app} fails checks at Zapier. Mend what is listed above.`);
}
