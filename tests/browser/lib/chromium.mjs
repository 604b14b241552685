import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const CANDIDATES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Opens a headless browser with a profile of its own. Nothing of it calls home.
 *
 * @returns `{page, errors, close}`; `errors` are the console's errors and uncaught exceptions so far
 */
export async function openBrowser({ width = 1440, height = 1000 } = {}) {
  const executablePath = CANDIDATES.find(path => path && existsSync(path));
  if (!executablePath)
    throw new Error(
      'No Chromium found. Install it, or set CHROMIUM to its path.',
    );
  const profile = mkdtempSync(join(tmpdir(), 'chart-provenance-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { width, height },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--force-color-profile=srgb',
    ],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const errors = [];
  page.on('console', message => {
    if (message.type() === 'error')
      errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', error => errors.push(String(error)));
  return {
    page,
    errors,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
