// Plain Node without dependencies, for test.mjs and playwright.config.ts.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A Chromium that is on this machine: CHROMIUM_PATH, else a usual place, else Playwright's own.
 * @returns {string | null} the path of its program, or null when there is none.
 * @throws Error with one sentence when CHROMIUM_PATH is set and does not run.
 */
export function presentChromium() {
  const told = process.env.CHROMIUM_PATH;
  if (told && !runs(told)) throw new Error(`CHROMIUM_PATH is ${told}, which does not run.`);
  return told || [...USUAL, playwrightsOwn()].find(runs) || null;
}

/**
 * A Chromium, installed when there is none: by apt as root, else by Playwright.
 * @returns {string} the path of its program.
 * @throws Error with one sentence when none can be had.
 */
export function chromium() {
  const present = presentChromium();
  if (present) return present;
  process.stdout.write('Installing Chromium for the browser tests …\n');
  if (process.getuid?.() === 0 && works('apt-get', ['--version'])) {
    works('apt-get', ['update'], 'inherit');
    works('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], 'inherit');
  }
  if (!presentChromium()) works(process.execPath, [cli(), 'install', 'chromium'], 'inherit');
  const installed = presentChromium();
  if (installed) return installed;
  throw new Error(
    'The browser tests need Chromium, and neither apt nor Playwright could install it: ' +
      'install it and set CHROMIUM_PATH to its program.',
  );
}

function runs(file) {
  if (!file || !fs.existsSync(file)) return false;
  // On Windows the program opens a window instead of naming its version.
  return process.platform === 'win32' || works(file, ['--version']);
}

function works(program, args, stderr = 'ignore') {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, args, { stdio: ['ignore', 'ignore', stderr], env }).status === 0;
}

function playwrightsOwn() {
  return createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
}

function cli() {
  return createRequire(import.meta.url).resolve('@playwright/test/cli');
}
