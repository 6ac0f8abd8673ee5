import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '@/scripts/root';

/** A server action as it was built: any exported one can be posted, whether a page uses it or not. */
export interface BuiltAction {
  readonly id: string;
  /** Where it is defined, and under which name: "app/_auth/actions.ts signOut". */
  readonly name: string;
  /** The address of a page that knows it, with its parameters in brackets. */
  readonly route: string;
}

/** A page or a route handler as it was built: "/customers/[id]". */
export interface BuiltRoute {
  readonly route: string;
  readonly isPage: boolean;
}

/** Every page and route handler of the build. */
export function builtRoutes(): BuiltRoute[] {
  return Object.entries(routes()).map(([file, route]) => ({ route, isPage: file.endsWith('/page') }));
}

/** Every server action of the build. */
export function builtActions(): BuiltAction[] {
  const { node } = read('server/server-reference-manifest.json') as {
    node: Record<string, { workers: Record<string, unknown>; exportedName: string; filename: string }>;
  };
  const known = routes();
  return Object.entries(node).map(([id, { workers, exportedName, filename }]) => {
    const [worker = ''] = Object.keys(workers);
    const route = known[worker.replace(/^app/, '')];
    if (route === undefined) throw new Error(`no page knows the action ${exportedName} of ${filename}`);
    return { id, name: `${filename} ${exportedName}`, route };
  });
}

function routes(): Record<string, string> {
  return read('app-path-routes-manifest.json') as Record<string, string>;
}

function read(file: string): unknown {
  return JSON.parse(fs.readFileSync(path.join(ROOT, '.next', file), 'utf8'));
}
