import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './root';

/** A Node program of this project that runs beside us. */
export interface Child {
  /** How it ended, in words: "ended with code 1" or "was ended by SIGKILL". */
  readonly ended: Promise<string>;
  /** Asks it to end, kills it after `patienceMs`, and returns when it and all that it started are gone. */
  stop(patienceMs: number): Promise<void>;
}

/** Starts `node <args>` in the checkout. It ends by itself when this process is killed. `output` is a file descriptor. */
export function startChild(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  output: number | 'inherit',
): Child {
  const follow = pathToFileURL(path.join(ROOT, 'scripts', 'follow-parent.mjs')).href;
  const child = spawn(process.execPath, ['--import', follow, ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', output, output, 'ipc'],
    // A group of its own: Ctrl-C reaches the supervisor only, which stops its children in order.
    detached: process.platform !== 'win32',
  });
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(`could not be started (${error.message})`));
    child.on('exit', (code, signal) =>
      resolve(signal ? `was ended by ${signal}` : `ended with code ${code ?? 'unknown'}`),
    );
  });
  return { ended, stop: (patienceMs) => stop(child, ended, patienceMs) };
}

async function stop(child: ChildProcess, ended: Promise<string>, patienceMs: number): Promise<void> {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await ended;
  clearTimeout(timer);
  killGroup(child.pid);
}

/** What a child started in turn may outlive it. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined || process.platform === 'win32') return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left in the group.
  }
}
