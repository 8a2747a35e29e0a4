import { findExecutable } from './find-executable.ts';
import { withProgress } from '../progress.ts';
import { runCommand } from './run-command.ts';

/**
 * Installs Debian packages on a bare test machine, where we are root; anywhere else says what to install.
 * @param purpose what the packages are for, as the beginning of a sentence: "Building sqlite3"
 */
export async function installSystemPackages(packages: string[], purpose: string): Promise<void> {
  const list = packages.join(' ');
  const aptGet = findExecutable('apt-get');
  if (aptGet === undefined || process.getuid?.() !== 0) {
    throw new Error(
      `${purpose} needs ${list}. Install it (sudo apt-get install ${list}) and run this again.`,
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await withProgress(`Installing ${list} with apt-get`, async () => {
    await runCommand(aptGet, ['update'], { env });
    await runCommand(aptGet, ['install', '-y', '--no-install-recommends', ...packages], { env });
  });
}
