import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ROOT } from './root';

const OUTPUT = path.join(ROOT, '.next');
/** Inside the output, so that a build begun by anybody takes it away and an interrupted one leaves none. */
const STAMP = path.join(OUTPUT, 'dueline-build.json');
const SOURCES = ['app', 'components', 'db', 'lib', 'public'];
const ROOT_FILES =
  /^(proxy|instrumentation.*|next\.config|postcss\.config)\.\w+$|^(package|package-lock|tsconfig)\.json$/;

const Stamp = z.object({ sources: z.string(), buildId: z.string() });

/**
 * Builds the app for production unless the last build is of these very sources. Shows one line, and what the
 * builder says only when it fails.
 * @throws Error with a sentence when the build fails or `signal` stops it.
 */
export async function buildWhenStale(log: (line: string) => void, signal?: AbortSignal): Promise<void> {
  const sources = hashOfSources();
  const stamp = readStamp();
  if (stamp?.sources === sources && stamp.buildId === buildId()) return;
  fs.rmSync(STAMP, { force: true });
  const began = Date.now();
  log('Building the app, which takes about half a minute …');
  await nextBuild(signal);
  fs.writeFileSync(STAMP, JSON.stringify({ sources, buildId: buildId() }));
  log(`Built in ${Math.round((Date.now() - began) / 1000)} s.`);
}

/** One hash of everything that the result of a build depends on. */
function hashOfSources(): string {
  const hash = createHash('sha256');
  const files = fs.readdirSync(ROOT).filter((name) => ROOT_FILES.test(name));
  // git keeps no empty folder, so one of them may be missing.
  for (const folder of SOURCES.filter((name) => fs.existsSync(path.join(ROOT, name)))) {
    const names = fs.readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' });
    files.push(...names.map((name) => path.join(folder, name)));
  }
  for (const file of files.toSorted()) {
    if (!fs.statSync(path.join(ROOT, file)).isFile()) continue;
    hash
      .update(`${file}\0`)
      .update(fs.readFileSync(path.join(ROOT, file)))
      .update('\0');
  }
  // These are written into the browser's code.
  const inlined = Object.keys(process.env).filter((name) => name.startsWith('NEXT_PUBLIC_'));
  for (const name of inlined.toSorted()) hash.update(`${name}=${process.env[name]}\0`);
  return hash.digest('hex');
}

function readStamp(): z.infer<typeof Stamp> | null {
  try {
    return Stamp.parse(JSON.parse(fs.readFileSync(STAMP, 'utf8')));
  } catch {
    return null;
  }
}

/** What Next calls the build that is there; empty when there is none. */
function buildId(): string {
  const file = path.join(OUTPUT, 'BUILD_ID');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
}

function nextBuild(signal: AbortSignal | undefined): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stop = () => child.kill('SIGTERM');
    signal?.addEventListener('abort', stop);
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => {
      signal?.removeEventListener('abort', stop);
      if (code === 0) resolve();
      else reject(signal?.aborted ? new Error('The build was stopped.') : buildFailure(output));
    });
  });
}

function buildFailure(output: string): Error {
  if (/ENOSPC|EDQUOT|no space left on device/i.test(output))
    return new Error(`The disk that holds ${ROOT} is full: free about 1 GB and start again.`);
  return new Error(`The app could not be built:\n${output.trim()}`);
}
