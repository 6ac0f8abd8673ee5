import { expect, test } from 'vitest';
import { addTaxRate } from '@/db/commands/add-tax-rate';
import { removeTaxRate } from '@/db/commands/remove-tax-rate';
import { setNumberSeries } from '@/db/commands/set-number-series';
import { seriesOf } from '@/db/queries/number-series';
import { taxRateList } from '@/db/queries/tax-rates';
import { createWorld, owner, refusalOf } from '../world';

type World = Awaited<ReturnType<typeof createWorld>>;
const set = (w: World, prefix: string, next: number) =>
  w.write((tx) => setNumberSeries(tx, w.admin, { kind: 'invoice', prefix, next }));
const numbers = async (w: World) =>
  (
    await owner<
      { number: string }[]
    >`select number from documents where org_id = ${w.org.id} and kind = 'invoice'
      order by sequence`
  ).map((row) => row.number);

test('a series begins where it is told, and goes on without a gap', async () => {
  const w = await createWorld();
  expect(await w.read((tx) => seriesOf(tx, ['invoice']))).toEqual([
    { kind: 'invoice', prefix: 'INV-', next: 1, isBegun: false },
  ]);
  expect(await set(w, 'R-', 1001)).toEqual({ changed: true });
  expect(await set(w, 'R-', 1001)).toEqual({ changed: false });
  expect(await set(w, 'R-', 900)).toEqual({ changed: true });
  await set(w, 'R-', 1001);
  await w.invoice(100, '2026-01-31');
  await w.invoice(100, '2026-01-31');
  expect(await numbers(w)).toEqual(['R-01001', 'R-01002']);
});

test('once a number was given the next one cannot be chosen, but what stands before it can', async () => {
  const w = await createWorld();
  await w.invoice(100, '2026-01-31');
  for (const next of [1, 3, 100]) expect(await refusalOf(set(w, 'INV-', next))).toBe('invalid');
  await set(w, '2026/', 2);
  await w.invoice(100, '2026-01-31');
  expect(await numbers(w)).toEqual(['INV-00001', '2026/00002']);
  const [deed] =
    await owner`select before, after from activity where org_id = ${w.org.id} and verb = 'number_series_changed'`;
  expect(deed).toMatchObject({ before: { prefix: 'INV-' }, after: { prefix: '2026/', next: 2 } });
});

test('numbers that documents from outside bear are passed over under any prefix, and none is missing', async () => {
  const w = await createWorld();
  await w.invoice(100, '2026-01-31', { number: 'INV-00002' });
  expect(await refusalOf(set(w, 'INV-', 2))).toBe('duplicate_number');
  await w.invoice(100, '2026-01-31');
  await w.invoice(100, '2026-01-31');
  await set(w, 'X-', 4);
  await w.invoice(100, '2026-01-31');
  expect((await numbers(w)).toSorted()).toEqual(['INV-00001', 'INV-00002', 'INV-00003', 'X-00004']);
});

test('of a first number that is set while an invoice is posted, one comes first and neither is lost', async () => {
  const w = await createWorld();
  const [, setting] = await Promise.allSettled([w.invoice(100, '2026-01-31'), set(w, 'R-', 500)]);
  await w.invoice(100, '2026-01-31');
  const found = await numbers(w);
  expect(found).toEqual(setting.status === 'fulfilled' ? ['R-00500', 'R-00501'] : ['INV-00001', 'INV-00002']);
});

test('another business has its own series', async () => {
  const [mine, other] = [await createWorld(), await createWorld()];
  await set(mine, 'M-', 7);
  expect(await other.read((tx) => seriesOf(tx, ['invoice']))).toMatchObject([{ prefix: 'INV-', next: 1 }]);
});

test('taxes are offered until they are removed, each name once, and only in their own business', async () => {
  const [w, other] = [await createWorld(), await createWorld()];
  const add = (name: string, percent = '7.25') => w.write((tx) => addTaxRate(tx, w.admin, { name, percent }));
  const { taxRateId } = await add('Sales tax');
  expect(await refusalOf(add('Sales tax'))).toBe('duplicate');
  await add('None', '0');
  expect((await w.read(taxRateList)).map(({ name, percent }) => [name, percent])).toEqual([
    ['None', '0'],
    ['Sales tax', '7.25'],
  ]);
  expect(await other.read(taxRateList)).toEqual([]);
  const remove = (from: World) => from.write((tx) => removeTaxRate(tx, from.admin, { taxRateId }));
  expect(await refusalOf(remove(other))).toBe('not_found');
  expect(await remove(w)).toEqual({ name: 'Sales tax' });
  expect(await refusalOf(remove(w))).toBe('not_found');
});
