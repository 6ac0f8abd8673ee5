import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openApi } from '@/app/api/v1/_api/openapi';
import { OPERATIONS } from '@/app/api/v1/_api/registry';
import { ROOT } from '@/scripts/root';

const FOLDER = path.join(ROOT, 'app/api/v1');
/** Routes that are no operations: what describes the others, and what answers for everything else. */
const BESIDE = new Set(['/openapi.json', '/[...rest]']);

/** "GET /invoices/{id}" of every route handler in the tree. */
function served(): string[] {
  const files = fs.readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => path.basename(file) === 'route.ts')
    .flatMap((file) => {
      const folder = `/${path.dirname(file).split(path.sep).join('/')}`;
      if (BESIDE.has(folder)) return [];
      const source = fs.readFileSync(path.join(FOLDER, file), 'utf8');
      const methods = [
        ...source.matchAll(/export (?:const|async function|function) (GET|POST|PATCH|PUT|DELETE)\b/g),
      ];
      return methods.map(([, method]) => `${method} ${folder.replaceAll('[', '{').replaceAll(']', '}')}`);
    });
}

test('every route of the interface is described, and everything described has a route', () => {
  const { paths } = openApi(OPERATIONS) as { paths: Record<string, object> };
  const described = Object.entries(paths).flatMap(([at, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${at}`),
  );
  expect(served().toSorted()).toEqual(described.toSorted());
});

test('operations are unique by name and by address, and none that writes is open to who may only read', () => {
  const { length } = OPERATIONS;
  expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(length);
  expect(new Set(OPERATIONS.map(({ method, path: at }) => `${method} ${at}`)).size).toBe(length);
  for (const { method, may, body } of OPERATIONS)
    expect([['books:write', 'organization:manage'].includes(may), body !== undefined]).toEqual(
      method === 'GET' ? [false, false] : [true, true],
    );
});
