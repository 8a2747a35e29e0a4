import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { requireBuiltZip } from '../packaging/build-zip.ts';
import { appPaths } from '../packaging/paths.ts';
import { runPlatformCli } from '../packaging/platform-cli.ts';
import { describeZip, tell } from '../packaging/progress.ts';
import { requireAccount, requireRegistration } from './account.ts';
import { currentVersion } from './apps.ts';
import { checkZip } from './validate.ts';

/**
 * Uploads the zip that was built and tested. Zapier's own `push` would install and build once more and send something
 * that nobody has run; its `upload` sends the file that is there.
 */
export async function push(app: string): Promise<void> {
  requireAccount();
  const { stage, zip, sourceZip } = appPaths(app);
  await requireRegistration(app, stage);
  await requireBuiltZip(app);
  await checkZip(app);
  await mkdir(join(stage, 'build'), { recursive: true });
  await copyFile(zip, join(stage, 'build', 'build.zip'));
  await copyFile(sourceZip, join(stage, 'build', 'source.zip'));
  tell(`${app}: uploading ${await describeZip(zip)} as version ${await currentVersion()}`);
  if ((await runPlatformCli(['upload'], stage)) !== 0) {
    throw new Error(
      `${app} is not pushed: see what Zapier said above. What was there before is still there.`,
    );
  }
  tell(`${app}: try it in the Zap editor, then: npm run zapier -- ${app} promote`);
}
