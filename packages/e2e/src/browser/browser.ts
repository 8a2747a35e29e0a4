import { chromium, type Browser } from 'playwright-core';
import { findExecutable, isExecutable } from '../machine/find-executable.ts';
import { installSystemPackages } from '../machine/system-packages.ts';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome'];

/** Chromium without a sandbox (root has none), without a screen, and without anything that calls home. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of a Chromium: `$CHROMIUM_PATH`, else the machine's own, else a freshly installed one. */
export async function findChromium(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && given !== '') {
    if (isExecutable(given)) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, which is no program: correct it or unset it.`);
  }
  const present = findExecutable(...COMMANDS);
  if (present !== undefined) return present;
  await installSystemPackages(['chromium'], 'Driving a browser');
  const installed = findExecutable(...COMMANDS);
  if (installed === undefined) {
    throw new Error('Chromium was installed but is not on the PATH: set CHROMIUM_PATH to its binary.');
  }
  return installed;
}

/** Starts a headless Chromium; close it when done. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: ARGUMENTS, headless: true });
}
