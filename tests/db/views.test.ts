import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { deleteView } from '@/db/commands/delete-view';
import { renameView } from '@/db/commands/rename-view';
import { MOST_VIEWS, saveView } from '@/db/commands/save-view';
import { viewList } from '@/db/queries/views';
import type { Tx } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { createWorld, owner, refusalOf } from '../world';

/** An organization whose manager is a person of their own, and the commands as somebody gives them. */
async function viewWorld() {
  const w = await createWorld();
  const manager: StaffActor = { ...w.manager, userId: randomUUID() };
  const as = (actor: StaffActor) => ({
    save: (name: string, { isShared = false, path = '/explore' } = {}) =>
      w.write((tx) => saveView(tx, actor, { path, query: 'age=2', name, isShared }), actor),
    rename: (viewId: string, name: string) => w.write((tx) => renameView(tx, actor, { viewId, name }), actor),
    remove: (viewId: string) => w.write((tx) => deleteView(tx, actor, { viewId }), actor),
    list: (path = '/explore') => w.read((tx) => viewList(tx, actor.userId ?? '', path), actor),
  });
  const verbs = async () =>
    (
      await owner<{ verb: string }[]>`select verb from activity where org_id = ${w.org.id}
        and object_kind = 'view' order by sequence`
    ).map(({ verb }) => verb);
  return { ...w, ada: as(w.admin), max: as(manager), nobody: as({ ...w.admin, userId: null }), verbs };
}

/** How many of these were kept, and what the others were refused with. */
async function outcomes(works: readonly Promise<unknown>[]) {
  const codes = await Promise.all(
    works.map((work) =>
      work.then(
        () => null,
        (reason: unknown) => refusalOf(Promise.reject(reason)),
      ),
    ),
  );
  const refused = codes.filter((code) => code !== null);
  return { kept: works.length - refused.length, refused: [...new Set(refused)] };
}

test('a view is kept with its page and filters, and only its owner sees it', async () => {
  const { ada, max, verbs } = await viewWorld();
  const { viewId } = await ada.save('Late and large');
  const mine = { viewId, name: 'Late and large', query: 'age=2', isShared: false, isOwn: true };
  expect(await ada.list()).toEqual([mine]);
  expect(await ada.list('/customers')).toEqual([]);
  expect(await max.list()).toEqual([]);
  expect(await verbs()).toEqual(['view_saved']);
});

test('two of one name and page are refused to one person, also at the same moment; a colleague may have the same', async () => {
  const { ada, max, nobody } = await viewWorld();
  expect(await outcomes(Array.from({ length: 6 }, () => ada.save('Mine')))).toEqual({
    kept: 1,
    refused: ['duplicate'],
  });
  await ada.save('Mine', { path: '/customers' });
  await max.save('Mine');
  expect(await refusalOf(nobody.save('Mine'))).toBe('forbidden');
});

test('a manager keeps views but shares none, and a person has fifty of a page', async () => {
  const { ada, max } = await viewWorld();
  expect(await refusalOf(max.save('For all', { isShared: true }))).toBe('forbidden');
  expect(await max.list()).toEqual([]);
  for (let i = 0; i < MOST_VIEWS; i += 1) await ada.save(`View ${i}`);
  expect(await refusalOf(ada.save('One more'))).toBe('too_many');
  expect(await ada.list()).toHaveLength(MOST_VIEWS);
});

test('a view takes another name, but not that of another, and of three at the same moment one gets it', async () => {
  const { ada, verbs } = await viewWorld();
  const { viewId } = await ada.save('Mine');
  await ada.save('Second');
  await ada.rename(viewId, 'First');
  await ada.rename(viewId, 'First');
  expect(await refusalOf(ada.rename(viewId, 'Second'))).toBe('duplicate');
  expect((await ada.list()).map(({ name }) => name)).toEqual(['First', 'Second']);
  expect(await verbs()).toEqual(['view_saved', 'view_saved', 'view_renamed']);
  const made = await Promise.all(['A', 'B', 'C'].map((name) => ada.save(name)));
  expect(await outcomes(made.map((each) => ada.rename(each.viewId, 'D')))).toEqual({
    kept: 1,
    refused: ['duplicate'],
  });
});

test('what is shared is seen by everybody of the business and changed by its owner alone', async () => {
  const { ada, max } = await viewWorld();
  const { viewId } = await ada.save('For all', { isShared: true });
  await max.save('Own');
  expect((await max.list()).map(({ name, isOwn }) => [name, isOwn])).toEqual([
    ['Own', true],
    ['For all', false],
  ]);
  expect(await refusalOf(max.rename(viewId, 'Mine now'))).toBe('not_found');
  expect(await refusalOf(max.remove(viewId))).toBe('not_found');
});

test('what is deleted is gone, once', async () => {
  const { ada, verbs } = await viewWorld();
  const { viewId } = await ada.save('Mine');
  expect(await outcomes(Array.from({ length: 4 }, () => ada.remove(viewId)))).toEqual({
    kept: 1,
    refused: ['not_found'],
  });
  expect(await ada.list()).toEqual([]);
  expect(await verbs()).toEqual(['view_saved', 'view_deleted']);
});

test("another organization's view is not there, shared or not", async () => {
  const [here, there] = [await viewWorld(), await viewWorld()];
  const { viewId } = await there.ada.save('Theirs', { isShared: true });
  const asIfTheirs = { ...here.admin, userId: there.admin.userId };
  expect(await here.read((tx) => viewList(tx, asIfTheirs.userId ?? '', '/explore'))).toEqual([]);
  for (const command of [
    (tx: Tx) => renameView(tx, asIfTheirs, { viewId, name: 'Mine' }),
    (tx: Tx) => deleteView(tx, asIfTheirs, { viewId }),
  ])
    expect(await refusalOf(here.write<unknown>(command))).toBe('not_found');
  expect((await there.ada.list())[0]).toMatchObject({ name: 'Theirs', isShared: true });
});
