import { expect, test } from 'vitest';
import { cancelPromise } from '@/db/commands/cancel-promise';
import { placeHold } from '@/db/commands/place-hold';
import { recordPromise } from '@/db/commands/record-promise';
import { releaseHold } from '@/db/commands/release-hold';
import { replaceBeneficiaries, type WantedBeneficiary } from '@/db/commands/replace-beneficiaries';
import { updateCustomer } from '@/db/commands/update-customer';
import { beneficiaryList } from '@/db/queries/catalogue';
import { customerHolds } from '@/db/queries/customer-holds';
import { familyOf } from '@/db/queries/family';
import { payingHabit } from '@/db/queries/paying-habit';
import { promiseRecord } from '@/db/queries/promise-record';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, owner, refusalOf } from '../world';

type World = Awaited<ReturnType<typeof createWorld>>;
const at = (asOf: string) => ({ asOf: day(asOf), knownAt: null, currency: 'USD' });

test('a family is shown from its top down, with what each owes and all together', async () => {
  const w = await createWorld();
  const [south, north] = [await w.addCustomer('South'), await w.addCustomer('North')];
  const below = await w.addCustomer('Below');
  const put = (customerId: string, parentId: string) =>
    w.write((tx) => updateCustomer(tx, w.admin, { customerId, parentId }));
  expect(await w.read((tx) => familyOf(tx, at('2026-02-01'), w.customerId))).toBeNull();
  await put(south, w.customerId);
  await put(north, w.customerId);
  await put(below, south);
  await w.invoice(1_000, '2026-01-10');
  await w.invoice(500, '2026-01-10', { customerId: south });
  await w.invoice(250, '2026-03-10', { customerId: below, on: '2026-03-01' });
  await w.invoice(9_900, '2026-01-10', { customerId: below, currency: 'EUR' });
  for (const id of [w.customerId, north, below])
    expect(await w.read((tx) => familyOf(tx, at('2026-02-01'), id))).toEqual({
      members: [
        { id: w.customerId, name: 'Acme', depth: 0, totalMinor: 1_000 },
        { id: north, name: 'North', depth: 1, totalMinor: 0 },
        { id: south, name: 'South', depth: 1, totalMinor: 500 },
        { id: below, name: 'Below', depth: 2, totalMinor: 0 },
      ],
      memberCount: 4,
      totalMinor: 1_500,
    });
  expect((await w.read((tx) => familyOf(tx, at('2026-03-01'), north)))?.totalMinor).toBe(1_750);
  const stranger = await createWorld();
  expect(await stranger.read((tx) => familyOf(tx, at('2026-03-01'), north))).toBeNull();
});

test('what a customer promised counts once time has told, and not what was taken back', async () => {
  const w = await createWorld();
  const promise = (amount: number, promisedOn: string, promisedFor: string) =>
    w.write((tx) =>
      recordPromise(tx, w.admin, {
        customerId: w.customerId,
        currency: 'USD',
        amountMinor: toMinor(amount),
        promisedOn: day(promisedOn),
        promisedFor: day(promisedFor),
      }),
    );
  const record = (asOf: string) => w.read((tx) => promiseRecord(tx, w.customerId, day(asOf)));
  await w.invoice(10_000, '2026-01-01');
  await promise(1_000, '2025-01-05', '2025-01-10');
  await promise(1_000, '2026-01-05', '2026-01-10');
  await w.pay(1_000, '2026-01-08');
  const { promiseId } = await promise(400, '2026-01-20', '2026-01-22');
  await w.write((tx) => cancelPromise(tx, w.admin, { promiseId }));
  await promise(3_000, '2026-02-01', '2026-02-10');
  expect(await record('2026-02-10')).toMatchObject({
    keptCount: 1,
    endedCount: 1,
    last: { status: 'kept' },
    latest: { status: 'active' },
  });
  expect(await record('2026-02-20')).toMatchObject({
    keptCount: 1,
    endedCount: 2,
    last: { status: 'broken', amountMinor: 3_000 },
    latest: { status: 'broken' },
  });
});

test('how late a customer usually pays is weighted by amount, of this year and the one before', async () => {
  const w = await createWorld();
  await w.invoice(1_000, '2024-12-01');
  await w.pay(1_000, '2024-12-06');
  await w.invoice(1_000, '2026-01-01');
  await w.pay(1_000, '2026-01-01');
  await w.invoice(3_000, '2026-01-10');
  await w.pay(3_000, '2026-01-30');
  expect(await w.read((tx) => payingHabit(tx, at('2026-02-01'), w.customerId))).toMatchObject({
    usualDays: 15,
    usualDaysBefore: 5,
  });
  const quiet = await w.addCustomer('Quiet');
  expect(await w.read((tx) => payingHabit(tx, at('2026-02-01'), quiet))).toEqual({
    health: null,
    usualDays: null,
    usualDaysBefore: null,
  });
});

test('what is on hold is shown from the day it was placed to the day before it was released', async () => {
  const w = await createWorld();
  const { holdId } = await w.write((tx) =>
    placeHold(tx, w.admin, {
      customerId: w.customerId,
      kind: 'credit',
      reason: 'Late',
      placedOn: day('2026-02-10'),
    }),
  );
  await w.write((tx) => releaseHold(tx, w.admin, { holdId, on: day('2026-02-20') }));
  const kinds = async (on: string) =>
    (await w.read((tx) => customerHolds(tx, w.customerId, day(on)))).map(({ kind }) => kind);
  expect(await kinds('2026-02-09')).toEqual([]);
  expect(await kinds('2026-02-10')).toEqual(['credit']);
  expect(await kinds('2026-02-19')).toEqual(['credit']);
  expect(await kinds('2026-02-20')).toEqual([]);
});

const replace = async (w: World, wanted: readonly WantedBeneficiary[]) => {
  const shown = (await present(w)).map(({ id }) => id);
  return w.write((tx) => replaceBeneficiaries(tx, w.admin, { customerId: w.customerId, wanted, shown }));
};
const named = (name: string, beneficiaryId: string | null = null): WantedBeneficiary => ({
  beneficiaryId,
  name,
  category: 'Pupil',
  birthYear: null,
});
const present = async (w: World) =>
  (
    await w.read((tx) =>
      beneficiaryList(tx, { customerId: w.customerId, isActive: true }, { limit: 10, after: null }),
    )
  ).rows;

test('beneficiaries are added, changed and removed as one list, each noted by itself', async () => {
  const w = await createWorld();
  await replace(w, [named('Pia'), named('Tom')]);
  const [pia, tom] = await present(w);
  await replace(w, [{ ...named('Pia Okafor', pia?.id), birthYear: 2014 }, named('Una')]);
  expect(await present(w)).toMatchObject([{ name: 'Pia Okafor', birthYear: 2014 }, { name: 'Una' }]);
  const verbs = await owner`select verb from activity where org_id = ${w.org.id} order by sequence`;
  expect(verbs.map(({ verb }) => verb)).toEqual([
    'customer_created',
    'beneficiary_created',
    'beneficiary_created',
    'beneficiary_updated',
    'beneficiary_created',
    'beneficiary_deleted',
  ]);
  expect(await refusalOf(replace(w, [named('Tom', tom?.id)]))).toBe('changed_elsewhere');
  expect(await present(w)).toHaveLength(2);
});

test('two lists that are saved at once are saved one after the other, and a stranger’s customer is not there', async () => {
  const w = await createWorld();
  await replace(w, [named('Tom')]);
  const shown = (await present(w)).map(({ id }) => id);
  const save = (name: string) =>
    w.write((tx) =>
      replaceBeneficiaries(tx, w.admin, { customerId: w.customerId, wanted: [named(name)], shown }),
    );
  await Promise.all([save('Pia'), save('Una')]);
  expect(await present(w)).toMatchObject([{ name: 'Pia' }, { name: 'Una' }]);
  const removed = await owner`
    select from activity where org_id = ${w.org.id} and verb = 'beneficiary_deleted'`;
  expect(removed).toHaveLength(1);
  const stranger = await createWorld();
  const foreign = { customerId: stranger.customerId, wanted: [named('Pia')], shown: [] };
  expect(await refusalOf(w.write((tx) => replaceBeneficiaries(tx, w.admin, foreign)))).toBe('not_found');
});

test('a beneficiary that the form did not show stays: added meanwhile, or one of very many', async () => {
  const w = await createWorld();
  await replace(w, [named('Shown')]);
  const shown = (await present(w)).map(({ id }) => id);
  await w.write((tx) =>
    replaceBeneficiaries(tx, w.admin, {
      customerId: w.customerId,
      wanted: [named('Added meanwhile')],
      shown: [],
    }),
  );
  await w.write((tx) =>
    replaceBeneficiaries(tx, w.admin, { customerId: w.customerId, wanted: [named('New')], shown }),
  );
  expect((await present(w)).map(({ name }) => name).toSorted()).toEqual(['Added meanwhile', 'New']);
});
