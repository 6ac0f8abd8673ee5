import { defineConfig } from '@playwright/test';
import { presentChromium } from './scripts/chromium.mjs';

const executablePath = presentChromium();

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/server.ts',
  // Where `server-only` is an empty file, as no bundler is there to enforce it.
  tsconfig: './tsconfig.server.json',
  outputDir: '.cache/e2e',
  workers: 2,
  // For a slow machine: how long a page may take is measured elsewhere, not asserted here.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: '.cache/playwright.json' }]],
  use: {
    baseURL: process.env.E2E_URL ?? '',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
