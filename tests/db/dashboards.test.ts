import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { arrangeDashboard } from '@/db/commands/arrange-dashboard';
import { createDashboard, MOST_DASHBOARDS } from '@/db/commands/create-dashboard';
import { deleteDashboard } from '@/db/commands/delete-dashboard';
import { renameDashboard } from '@/db/commands/rename-dashboard';
import { shareDashboard } from '@/db/commands/share-dashboard';
import { dashboardList } from '@/db/queries/dashboards';
import type { Tx } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { DEFAULT_LAYOUT, moveWidget, type PlacedWidget } from '@/lib/domain/dashboard-layout';
import { createWorld, owner, refusalOf } from '../world';

const OTHER_LAYOUT = moveWidget(DEFAULT_LAYOUT, 'aging', 5);

/** An organization whose manager is a person of their own, and the commands as somebody gives them. */
async function dashboardWorld() {
  const w = await createWorld();
  const manager: StaffActor = { ...w.manager, userId: randomUUID() };
  const as = (actor: StaffActor) => ({
    create: (name: string, layout: readonly PlacedWidget[] = DEFAULT_LAYOUT) =>
      w.write((tx) => createDashboard(tx, actor, { name, layout }), actor),
    arrange: (dashboardId: string, version: number, layout: readonly PlacedWidget[] = OTHER_LAYOUT) =>
      w.write((tx) => arrangeDashboard(tx, actor, { dashboardId, version, layout }), actor),
    rename: (dashboardId: string, name: string) =>
      w.write((tx) => renameDashboard(tx, actor, { dashboardId, name }), actor),
    share: (dashboardId: string, isShared: boolean) =>
      w.write((tx) => shareDashboard(tx, actor, { dashboardId, isShared }), actor),
    remove: (dashboardId: string) => w.write((tx) => deleteDashboard(tx, actor, { dashboardId }), actor),
    list: () => w.read((tx) => dashboardList(tx, actor.userId ?? ''), actor),
  });
  const verbs = async () =>
    (
      await owner<{ verb: string }[]>`select verb from activity where org_id = ${w.org.id}
        and object_kind = 'dashboard' order by sequence`
    ).map(({ verb }) => verb);
  return { ...w, ada: as(w.admin), max: as(manager), nobody: as({ ...w.admin, userId: null }), verbs };
}

/** How many of these were kept, and what the others were refused with. */
async function outcomes(works: readonly Promise<unknown>[]) {
  const codes = await Promise.all(works.map((work) => work.then(() => null, codeOf)));
  const refused = codes.filter((code) => code !== null);
  return { kept: works.length - refused.length, refused: [...new Set(refused)] };
}

function codeOf(reason: unknown): Promise<string> {
  return refusalOf(Promise.reject(reason));
}

test('a dashboard is made with its layout, and only its owner sees it', async () => {
  const { ada, max, verbs } = await dashboardWorld();
  const { dashboardId } = await ada.create('Month-end view');
  const mine = {
    dashboardId,
    name: 'Month-end view',
    layout: [...DEFAULT_LAYOUT],
    version: 1,
    isShared: false,
    isOwn: true,
  };
  expect(await ada.list()).toEqual([mine]);
  expect(await max.list()).toEqual([]);
  expect(await verbs()).toEqual(['dashboard_created']);
});

test('two of one name are refused to one person, also at the same moment; a colleague may have the same', async () => {
  const { ada, max, nobody } = await dashboardWorld();
  expect(await outcomes(Array.from({ length: 6 }, () => ada.create('Mine')))).toEqual({
    kept: 1,
    refused: ['duplicate'],
  });
  await max.create('Mine');
  expect(await refusalOf(nobody.create('Mine'))).toBe('forbidden');
});

test('a person may have twenty', async () => {
  const { ada } = await dashboardWorld();
  for (let i = 0; i < MOST_DASHBOARDS; i += 1) await ada.create(`View ${i}`);
  expect(await refusalOf(ada.create('One more'))).toBe('too_many');
  expect(await ada.list()).toHaveLength(MOST_DASHBOARDS);
});

test('a layout is saved on the version that it was made from, and on no other', async () => {
  const { ada, verbs } = await dashboardWorld();
  const { dashboardId } = await ada.create('Mine');
  expect(await ada.arrange(dashboardId, 1)).toEqual({ version: 2 });
  expect((await ada.list())[0]).toMatchObject({ version: 2, layout: OTHER_LAYOUT });
  expect(await refusalOf(ada.arrange(dashboardId, 1, DEFAULT_LAYOUT))).toBe('changed_elsewhere');
  expect((await ada.list())[0]).toMatchObject({ version: 2, layout: OTHER_LAYOUT });
  expect(await ada.arrange(dashboardId, 1)).toEqual({ version: 2 });
  expect(await verbs()).toEqual(['dashboard_created', 'dashboard_arranged']);
});

test('of two tabs that save at the same moment one is told', async () => {
  const { ada } = await dashboardWorld();
  const { dashboardId } = await ada.create('Mine');
  const places = [1, 2, 3, 4, 5].map((place) => moveWidget(DEFAULT_LAYOUT, 'figures', place));
  expect(await outcomes(places.map((layout) => ada.arrange(dashboardId, 1, layout)))).toEqual({
    kept: 1,
    refused: ['changed_elsewhere'],
  });
});

test('a dashboard takes another name, but not that of another', async () => {
  const { ada, verbs } = await dashboardWorld();
  const { dashboardId } = await ada.create('Mine');
  await ada.create('Second');
  await ada.rename(dashboardId, 'First');
  await ada.rename(dashboardId, 'First');
  expect(await refusalOf(ada.rename(dashboardId, 'Second'))).toBe('duplicate');
  expect((await ada.list()).map(({ name }) => name)).toEqual(['First', 'Second']);
  expect(await verbs()).toEqual(['dashboard_created', 'dashboard_created', 'dashboard_renamed']);
});

test('of three that take one name at the same moment one gets it', async () => {
  const { ada } = await dashboardWorld();
  const ids = await Promise.all(['A', 'B', 'C'].map((name) => ada.create(name)));
  expect(await outcomes(ids.map(({ dashboardId }) => ada.rename(dashboardId, 'D')))).toEqual({
    kept: 1,
    refused: ['duplicate'],
  });
});

test('what is shared is seen by everybody of the business and changed by its owner alone', async () => {
  const { ada, max, verbs } = await dashboardWorld();
  const { dashboardId } = await ada.create('For all');
  await Promise.all([ada.share(dashboardId, true), ada.share(dashboardId, true)]);
  await max.create('Own');
  expect((await max.list()).map(({ name, isOwn }) => [name, isOwn])).toEqual([
    ['Own', true],
    ['For all', false],
  ]);
  for (const change of [
    () => max.arrange(dashboardId, 1),
    () => max.rename(dashboardId, 'Mine now'),
    () => max.share(dashboardId, false),
    () => max.remove(dashboardId),
  ])
    expect(await refusalOf(change())).toBe('not_found');
  await ada.share(dashboardId, false);
  expect((await max.list()).map(({ name }) => name)).toEqual(['Own']);
  expect(await verbs()).toEqual([
    'dashboard_created',
    'dashboard_shared',
    'dashboard_created',
    'dashboard_unshared',
  ]);
});

test('what is deleted is gone, once', async () => {
  const { ada, verbs } = await dashboardWorld();
  const { dashboardId } = await ada.create('Mine');
  expect(await outcomes(Array.from({ length: 4 }, () => ada.remove(dashboardId)))).toEqual({
    kept: 1,
    refused: ['not_found'],
  });
  expect(await ada.list()).toEqual([]);
  expect(await verbs()).toEqual(['dashboard_created', 'dashboard_deleted']);
});

test("another organization's dashboard is not there, shared or not", async () => {
  const [here, there] = [await dashboardWorld(), await dashboardWorld()];
  const { dashboardId } = await there.ada.create('Theirs');
  await there.ada.share(dashboardId, true);
  const asIfTheirs = { ...here.admin, userId: there.admin.userId };
  const list = await here.read((tx) => dashboardList(tx, asIfTheirs.userId ?? ''));
  expect(list).toEqual([]);
  for (const command of [
    (tx: Tx) => arrangeDashboard(tx, asIfTheirs, { dashboardId, version: 1, layout: OTHER_LAYOUT }),
    (tx: Tx) => renameDashboard(tx, asIfTheirs, { dashboardId, name: 'Mine' }),
    (tx: Tx) => shareDashboard(tx, asIfTheirs, { dashboardId, isShared: false }),
    (tx: Tx) => deleteDashboard(tx, asIfTheirs, { dashboardId }),
  ])
    expect(await refusalOf(here.write<unknown>(command))).toBe('not_found');
  expect((await there.ada.list())[0]).toMatchObject({ name: 'Theirs', version: 1, isShared: true });
});
