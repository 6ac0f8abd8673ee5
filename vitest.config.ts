import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const empty = fileURLToPath(new URL('./tests/server-only.ts', import.meta.url));
const resolve = { tsconfigPaths: true, alias: { 'server-only': empty } };

// For a slow machine: how long something may take is measured elsewhere, not asserted here.
const patience = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } };

export default defineConfig({
  test: {
    projects: [
      { resolve, test: { ...patience, name: 'domain', include: ['tests/domain/**/*.test.ts'] } },
      {
        resolve,
        test: {
          ...patience,
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
          globalSetup: ['tests/db/server.ts'],
        },
      },
    ],
  },
});
