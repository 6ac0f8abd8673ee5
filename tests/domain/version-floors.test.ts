import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  readonly packages: Readonly<Record<string, Entry>>;
};

/**
 * What must not be undercut, and why. next: 16.2.6 and 16.2.11 closed ways around proxy.ts and a hole in nonces, 16.3.3
 * one in the image optimizer. 16.4.6 is newer than ours, but its compilers for macOS and Windows were not to be had
 * when this was written, and a lock without them does not build there.
 */
test.each([
  ['next', '16.4.5'],
  ['react', '19.2.6'],
  ['react-dom', '19.2.6'],
])('%s is at least %s', (name, floor) => {
  const version = lock.packages[`node_modules/${name}`]?.version ?? '';
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(compare(version, floor)).toBeGreaterThanOrEqual(0);
});

test('next-auth is exactly the beta that was read and tried, and only one module knows it', () => {
  expect(lock.packages['node_modules/next-auth']?.version).toBe('5.0.0-beta.32');
});

test('every binary that a package offers for some platform is in the lock, so that npm ci works on all', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter((name) => !isResolved(path, name)),
  );
  expect(missing).toEqual([]);
});

/** As Node looks for it: below the package itself, then below each folder above. */
function isResolved(path: string, name: string): boolean {
  const folders = path === '' ? [] : path.split('/node_modules/');
  const above = folders.map((_, depth) => `${folders.slice(0, depth + 1).join('/node_modules/')}/`);
  return ['', ...above].some((folder) => `${folder}node_modules/${name}` in lock.packages);
}

function compare(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  return left.map((part, i) => part - (right[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
