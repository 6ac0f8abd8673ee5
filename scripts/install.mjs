// Plain Node without dependencies: this runs before there are any.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const DISK_FULL = `The disk that holds ${ROOT} is full: free about 2 GB and try again.`;
const STOPPED = 'The installation was stopped.';

/**
 * Installs the packages of package-lock.json unless node_modules already holds them.
 * @returns {Promise<string>} the Node to run the project with: the one among the packages where there is one.
 * @throws Error with one sentence when this Node is too old or npm cannot install.
 */
export async function install() {
  assertNode();
  if (!isCurrent()) {
    const began = Date.now();
    process.stdout.write('Installing packages …\n');
    await npmCi();
    assertComplete();
    process.stdout.write(`Installed in ${Math.round((Date.now() - began) / 1000)} s.\n`);
  }
  return bundledNode();
}

/**
 * Runs a program in the checkout, passes signals on to it and waits for its end.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit code; as shells do, 128 and the signal's number when a signal ended it.
 */
export function run(program, args, { env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    // The channel tells the child when this process is killed: it then ends too.
    const child = spawn(program, args, { cwd: ROOT, env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
    const keepSignals = passSignals(child);
    const orphaned = onLossOfNpm(() => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearInterval(orphaned);
      keepSignals();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/** Hands every request to end on to a child; returns what undoes it. */
function passSignals(child) {
  const pass = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  return () => {
    for (const signal of signals) process.off(signal, pass);
  };
}

/** npm that is told to end takes its shell with it, but not what the shell runs. */
function onLossOfNpm(act) {
  const parent = process.ppid;
  const isNpm = process.env.npm_lifecycle_event !== undefined;
  return setInterval(() => isNpm && process.ppid !== parent && act(), 500);
}

function assertNode() {
  const range = readJson('package.json').engines.node;
  const version = process.versions.node.split('.').map(Number);
  // Only what such ranges are made of: `^20.19.0 || >=22.12.0`.
  const fits = range.split('||').some((part) => {
    const least = part
      .replace(/[^\d.]/g, '')
      .split('.')
      .map(Number);
    const isWithin = part.includes('^') ? version[0] === least[0] : true;
    return isWithin && compare(version, least) >= 0;
  });
  if (!fits) throw new Error(`Dueline needs Node ${range}; this is ${process.version}.`);
}

function compare(left, right) {
  const at = left.findIndex((number, index) => number !== right[index]);
  return at < 0 ? 0 : left[at] - right[at];
}

/** Compares what npm says it installed with what the lock file asks for: true after any complete install. */
function isCurrent() {
  return missingPackages().length === 0;
}

function missingPackages() {
  const record = path.join('node_modules', '.package-lock.json');
  const present = fs.existsSync(path.join(ROOT, record)) ? readJson(record).packages : {};
  const wanted = Object.entries(readJson('package-lock.json').packages).filter(([name]) => name !== '');
  return wanted.filter(([name, entry]) => !isThere(entry, present[name])).map(([name]) => name);
}

function isThere(wanted, present) {
  // Packages for other machines are left out; in a node_modules copied from such a machine they are useless.
  const fits = isForThisMachine(wanted);
  if (present) return fits && present.version === wanted.version && present.integrity === wanted.integrity;
  return wanted.optional === true && !(wanted.os && fits);
}

function isForThisMachine({ os, cpu, libc }) {
  const allows = (words, word) => !words || [words].flat().includes(word);
  return (
    allows(os, process.platform) && allows(cpu, process.arch) && (!libc || allows(libc, libcOfThisMachine()))
  );
}

function libcOfThisMachine() {
  // Otherwise the report looks up the name of every address this process is connected to.
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}

/** npm ends well although it dropped an optional package, which is how programs for this machine are declared. */
function assertComplete() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  const { bavail, bsize } = fs.statfsSync(ROOT);
  if (bavail * bsize < 200e6) throw new Error(DISK_FULL);
  throw new Error(`npm left out ${missing.slice(0, 3).join(', ')}: try again, or run "npm ci" to see why.`);
}

function readJson(name) {
  return JSON.parse(fs.readFileSync(path.join(ROOT, name), 'utf8'));
}

function npmCi() {
  const args = [
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    '--fetch-retry-mintimeout=1000',
  ];
  // npm names itself to what it starts, so this is the npm of the person who typed `npm start`.
  const own = process.env.npm_execpath;
  const isNpm = own !== undefined && path.basename(own) === 'npm-cli.js';
  const [program, ...first] = isNpm ? [process.execPath, own] : ['npm'];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...first, ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: !isNpm && process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', () => reject(new Error('npm was not found: install Node.js together with npm.')));
    const keepSignals = passSignals(child);
    child.on('close', (code, signal) => {
      keepSignals();
      if (code === 0) resolve();
      else reject(new Error(signal ? STOPPED : inWords(output)));
    });
  });
}

function inWords(output) {
  if (output.includes('process terminated')) return STOPPED;
  if (/ENOSPC|EDQUOT/.test(output)) return DISK_FULL;
  if (/EACCES|EPERM|EROFS/.test(output))
    return `This user may not write ${path.join(ROOT, 'node_modules')}: give it the folder and try again.`;
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET/.test(output)
  )
    return 'npm cannot reach its registry to download the packages: check the network (or proxy) and try again.';
  const lines = output.split('\n').filter((line) => /npm (error|ERR!) ./.test(line));
  return `npm ci failed:\n${(lines.length > 0 ? lines : output.split('\n')).slice(0, 8).join('\n')}`;
}

function bundledNode() {
  const machine = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const node = path.join(ROOT, 'node_modules', `node-${machine}`, 'bin', name);
  // Present does not mean that it runs here: it is built for glibc.
  return fs.existsSync(node) && spawnSync(node, ['--version']).status === 0 ? node : process.execPath;
}
