// `npm start` and `npm run dev`: installs what is missing, then hands over to serve.ts. Works in a fresh clone.
import { install, run } from './install.mjs';

try {
  const node = await install();
  // Where `server-only` is an empty file, as no bundler is there to enforce it.
  const env = { ...process.env, TSX_TSCONFIG_PATH: 'tsconfig.server.json' };
  process.exitCode = await run(node, ['--import', 'tsx', 'scripts/serve.ts', ...process.argv.slice(2)], {
    env,
  });
} catch (error) {
  process.stderr.write(`Dueline cannot start. ${error.message}\n`);
  process.exitCode = 1;
}
