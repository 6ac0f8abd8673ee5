import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const empty = fileURLToPath(new URL('./tests/server-only.ts', import.meta.url));
const resolve = { tsconfigPaths: true, alias: { 'server-only': empty } };

export default defineConfig({
  test: {
    projects: [
      { resolve, test: { name: 'domain', include: ['tests/domain/**/*.test.ts'] } },
      {
        resolve,
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
          globalSetup: ['tests/db/server.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
