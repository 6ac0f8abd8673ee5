import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { setPreference } from '@/db/commands/set-preference';
import { preferenceOf } from '@/db/queries/preferences';
import { createWorld, refusalOf } from '../world';

const KEY = 'aging.table';
type World = Awaited<ReturnType<typeof createWorld>>;
const keep = (w: World, value: object, actor = w.admin) =>
  w.write((tx) => setPreference(tx, actor, { key: KEY, value }), actor);
const kept = (w: World, actor = w.admin, key = KEY) => w.read((tx) => preferenceOf(tx, actor, key), actor);

test('what somebody prefers is kept, and replaced by what is preferred next', async () => {
  const w = await createWorld();
  expect(await kept(w)).toBeNull();
  await keep(w, { density: 'compact' });
  expect(await kept(w)).toEqual({ density: 'compact' });
  await keep(w, { density: 'comfortable' });
  await keep(w, { density: 'comfortable' });
  expect(await kept(w)).toEqual({ density: 'comfortable' });
  expect(await kept(w, w.admin, 'other')).toBeNull();
});

test('everybody has the own, managers too, and other businesses see none of it', async () => {
  const w = await createWorld();
  const manager = { ...w.manager, userId: randomUUID() };
  await keep(w, { density: 'compact' });
  await keep(w, { hidden: ['b0'] }, manager);
  expect(await kept(w)).toEqual({ density: 'compact' });
  expect(await kept(w, manager)).toEqual({ hidden: ['b0'] });
  const other = await createWorld();
  expect(await kept(other, { ...w.admin, org: other.org })).toBeNull();
});

test('kept at once from two windows, one of them stands', async () => {
  const w = await createWorld();
  await Promise.all([1, 2, 3, 4].map((n) => keep(w, { n })));
  expect(await kept(w)).toEqual({ n: expect.any(Number) });
});

test('more than can be kept is refused', async () => {
  const w = await createWorld();
  expect(await refusalOf(keep(w, { text: 'x'.repeat(4_000) }))).toBe('invalid');
  expect(await kept(w)).toBeNull();
});
