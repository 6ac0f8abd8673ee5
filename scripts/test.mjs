// `npm test`: every test there is, in a fresh clone too. The last line says how many passed and failed.
import fs from 'node:fs';
import path from 'node:path';
import { install, ROOT, run } from './install.mjs';

const CACHE = path.join(ROOT, '.cache');
let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => (isStopped = true));

const totals = { passed: 0, failed: 0, skipped: 0 };

try {
  const node = await install();
  fs.mkdirSync(CACHE, { recursive: true });
  const { chromium } = await import('./chromium.mjs');
  const vitest = ['run', '--reporter=default', '--reporter=json', '--outputFile.json=.cache/vitest.json'];
  await suite('vitest.json', countVitest, () => run(node, ['node_modules/vitest/vitest.mjs', ...vitest]));
  const env = { ...process.env, CHROMIUM_PATH: chromium() };
  await suite('playwright.json', countPlaywright, () =>
    run(node, ['node_modules/@playwright/test/cli.js', 'test'], { env }),
  );
} catch (error) {
  totals.failed += 1;
  process.stderr.write(`The tests could not all run. ${error.message}\n`);
}

const { passed, failed, skipped } = totals;
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** Runs one runner and adds up its report. One that fails without a failed test counts as one failure. */
async function suite(name, count, start) {
  const report = path.join(CACHE, name);
  fs.rmSync(report, { force: true });
  const code = await start();
  const counted = fs.existsSync(report) ? count(JSON.parse(fs.readFileSync(report, 'utf8'))) : { failed: 0 };
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  for (const [kind, number] of Object.entries(counted)) totals[kind] += number;
  if (isStopped) throw new Error('They were stopped.');
}

function countVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  // A file that cannot be loaded has no tests to fail.
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numPendingTests + numTodoTests,
  };
}

function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}
