import { expect, test } from 'vitest';
import { importCount, importList } from '@/db/queries/imports';
import { createWorld, owner } from '../../world';
import { save } from './importing';

test('files are listed page by page, newest first, each once, and none of another business', async () => {
  const [w, stranger] = [await createWorld(), await createWorld()];
  const ids: string[] = [];
  for (let i = 0; i < 5; i += 1) ids.unshift(await save(w.admin, 'customers', `Customer name\nC${i}\n`));
  await save(stranger.admin, 'customers', 'Customer name\nElse\n');
  // Two that came at the same moment are told apart by their ids.
  await owner`update imports set created_at = (select max(created_at) from imports where id = ${ids[2] ?? ''}) where id = ${ids[3] ?? ''}`;
  expect(await w.read(importCount)).toBe(5);
  const seen: string[] = [];
  for (let after: string | null = null; ; ) {
    const page = await w.read((tx) => importList(tx, { limit: 2, after }));
    seen.push(...page.rows.map(({ id }) => id));
    if (page.next === null) break;
    after = page.next;
  }
  expect(seen).toHaveLength(5);
  expect(seen.toSorted()).toEqual(ids.toSorted());
  expect(seen[0]).toBe(ids[0]);
  expect(seen[4]).toBe(ids[4]);
});
