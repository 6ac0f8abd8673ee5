import { expect, test } from 'vitest';
import { assignOwner } from '@/db/commands/assign-owner';
import { createBeneficiary } from '@/db/commands/create-beneficiary';
import { placeHold } from '@/db/commands/place-hold';
import { replaceContacts } from '@/db/commands/replace-contacts';
import { tagCustomers } from '@/db/commands/tag-customers';
import { updateCustomer } from '@/db/commands/update-customer';
import { customerHealthOf } from '@/db/queries/customer-health';
import {
  type CustomerRow,
  customerBatches,
  customerList,
  customersMatching,
} from '@/db/queries/customer-list';
import { customerStandings } from '@/db/queries/customer-standing';
import { likelyDuplicates } from '@/db/queries/likely-duplicates';
import { readCustomerFilters } from '@/lib/customer-filters';
import { NONE } from '@/lib/filters';
import { createWorld, day, owner, refusalOf } from '../world';

type World = Awaited<ReturnType<typeof createWorld>>;
const MOMENT = { asOf: day('2026-03-31'), knownAt: null };
const filters = (params: Record<string, string> = {}) => readCustomerFilters(params, 'USD').filters;
const list = (w: World, params: Record<string, string> = {}) =>
  w.read((tx) => customerList(tx, filters(params), MOMENT));
const KEYS: Readonly<Record<string, (row: CustomerRow) => string | number>> = {
  name: (row) => row.name,
  oldest: (row) => row.oldestDays ?? -1,
  late: (row) => row.lateMinor,
  balance: (row) => row.totalMinor,
};
const names = async (w: World, params: Record<string, string> = {}) =>
  (await list(w, params)).rows.map(({ name }) => name);

test('pages follow each other without a gap or a repeat, whatever the order, and every page has the same totals', async () => {
  const w = await createWorld();
  for (let i = 0; i < 60; i += 1) {
    const id = await w.addCustomer(`Client ${String(i % 55).padStart(2, '0')}`);
    if (i % 3 === 0) await w.invoice(1_000 * (i % 4) + 100, '2026-02-10', { customerId: id });
  }
  const whole = await w.read(async (tx) => {
    const rows = [];
    for await (const batch of customerBatches(tx, filters(), MOMENT)) rows.push(...batch);
    return rows;
  });
  expect(whole).toHaveLength(61);
  for (const sort of ['name', 'owner', 'terms', 'oldest', 'late', 'unapplied', 'balance'])
    for (const dir of ['asc', 'desc']) {
      const first = await list(w, { sort, dir });
      expect(first.rows).toHaveLength(50);
      const second = await list(w, { sort, dir, after: JSON.stringify(first.next) });
      expect(second.next).toBeNull();
      expect(second).toMatchObject({ totals: first.totals, customerCount: 61 });
      const seen = [...first.rows, ...second.rows].map(({ id }) => id);
      expect(new Set(seen)).toEqual(new Set(whole.map(({ id }) => id)));
      expect(seen).toHaveLength(61);
      const keys = [...first.rows, ...second.rows].map((row) => KEYS[sort]?.(row) ?? 0);
      const sign = dir === 'asc' ? 1 : -1;
      expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -sign : a > b ? sign : 0)));
    }
});

test('a cursor of another order, or of none, is dropped', () => {
  const after = JSON.stringify(['Acme', 'Acme', '0190b1a0-0000-7000-8000-000000000000']);
  expect(readCustomerFilters({ after, sort: 'name' }, 'USD').dropped).toEqual([]);
  expect(readCustomerFilters({ after, sort: 'balance' }, 'USD').dropped).toEqual(['after']);
  expect(readCustomerFilters({ after: '[' }, 'USD').dropped).toEqual(['after']);
});

test('each filter leaves whom it names', async () => {
  const w = await createWorld();
  const [beta, gamma] = [await w.addCustomer('Beta'), await w.addCustomer('Gamma')];
  await w.write(async (tx) => {
    await assignOwner(tx, w.admin, { customerIds: [beta], owner: 'Ines' });
    await tagCustomers(tx, w.admin, { customerIds: [beta, gamma], tag: 'vip' });
    await updateCustomer(tx, w.admin, { customerId: beta, email: 'ap@beta.example' });
    await replaceContacts(tx, w.admin, {
      customerId: gamma,
      people: [{ name: 'Gus', email: 'gus@gamma.example' }],
    });
    await createBeneficiary(tx, w.admin, { customerId: gamma, name: 'Pia', category: 'Pupil' });
    await placeHold(tx, w.admin, {
      customerId: gamma,
      kind: 'credit',
      reason: 'Late',
      placedOn: day('2026-03-01'),
    });
  });
  expect(await names(w, { owner: 'Ines' })).toEqual(['Beta']);
  expect(await names(w, { owner: NONE, sort: 'name' })).toEqual(['Acme', 'Gamma']);
  expect(await names(w, { tag: 'vip', sort: 'name' })).toEqual(['Beta', 'Gamma']);
  expect(await names(w, { tag: NONE })).toEqual(['Acme']);
  expect(await names(w, { category: 'Pupil' })).toEqual(['Gamma']);
  expect(await names(w, { hold: '1' })).toEqual(['Gamma']);
  expect(await names(w, { noEmail: '1' })).toEqual(['Acme']);
  expect(await names(w, { customer: beta })).toEqual(['Beta']);
  const on = (asOf: string) =>
    w.read((tx) => customersMatching(tx, filters({ hold: '1' }), { asOf: day(asOf), knownAt: null }, 5));
  expect(await on('2026-02-28')).toEqual([]);
  expect(await on('2026-03-01')).toEqual([gamma]);
});

test('how a customer pays is what its page says, and its last payment one that still stands', async () => {
  const w = await createWorld();
  for (const [i, due] of ['2025-10-10', '2025-11-10', '2025-12-10', '2026-01-10'].entries()) {
    await w.invoice(10_000, due, { on: '2025-09-01' });
    await w.pay(10_000, `2026-0${Math.min(3, i + 1)}-15`);
  }
  const at = { ...MOMENT, currency: 'USD' };
  const quiet = await w.addCustomer('Quiet');
  const standings = await w.read((tx) => customerStandings(tx, at, [w.customerId, quiet]));
  const page = await w.read((tx) => customerHealthOf(tx, at, w.customerId));
  expect(standings.get(w.customerId)).toEqual({
    band: page?.band,
    score: page?.health?.score,
    lastPaidOn: '2026-03-15',
  });
  expect(page?.band).not.toBeNull();
  expect(standings.get(quiet)).toEqual({ band: null, score: null, lastPaidOn: null });
});

test('an owner and a tag are given to many at once, each change noted, what is there already left alone', async () => {
  const w = await createWorld();
  const beta = await w.addCustomer('Beta');
  const give = (name: string | null) =>
    w.write((tx) => assignOwner(tx, w.admin, { customerIds: [w.customerId, beta], owner: name }));
  const tag = (name: string) =>
    w.write((tx) => tagCustomers(tx, w.admin, { customerIds: [w.customerId, beta], tag: name }));
  expect((await give('Ines')).changed).toHaveLength(2);
  expect((await give('Ines')).changed).toEqual([]);
  expect((await give(null)).changed).toHaveLength(2);
  const racing = await Promise.all([tag('vip'), tag('VIP'), tag('vip')]);
  expect(racing.map(({ changed }) => changed.length).toSorted()).toEqual([0, 0, 2]);
  const deeds = await owner`select before, after from activity where org_id = ${w.org.id}
    and verb = 'customer_updated' and customer_id = ${beta} order by sequence`;
  expect(deeds.map((deed) => ({ ...deed }))).toMatchObject([
    { before: { owner: null }, after: { owner: 'Ines' } },
    { before: { owner: 'Ines' }, after: { owner: null } },
    { before: { tags: [] }, after: { tags: [expect.stringMatching(/^vip$/i)] } },
  ]);
  const stranger = await createWorld();
  const all = [w.customerId, stranger.customerId];
  expect(await refusalOf(w.write((tx) => assignOwner(tx, w.admin, { customerIds: all, owner: 'X' })))).toBe(
    'not_found',
  );
  expect(await refusalOf(w.write((tx) => tagCustomers(tx, w.admin, { customerIds: all, tag: 'X' })))).toBe(
    'not_found',
  );
});

test('sorted by health, the worst comes first, whoever has no score last in either direction, page after page', async () => {
  const w = await createWorld();
  const late = await w.addCustomer('Late');
  await w.addCustomer('Quiet');
  for (const [i, on] of ['2025-10-10', '2025-11-10', '2025-12-10', '2026-01-10'].entries()) {
    await w.invoice(10_000, on, { on: '2025-09-01' });
    await w.pay(10_000, on);
    await w.invoice(10_000, on, { on: '2025-09-01', customerId: late });
    if (i > 0) await w.pay(10_000, '2026-03-20', { customerId: late });
  }
  expect(await names(w, { sort: 'health' })).toEqual(['Late', 'Acme', 'Quiet']);
  expect(await names(w, { sort: 'health', dir: 'desc' })).toEqual(['Acme', 'Late', 'Quiet']);
  const { rows } = await list(w, { sort: 'health' });
  const key = await w.read((tx) => customerHealthOf(tx, { ...MOMENT, currency: 'USD' }, late));
  const after = JSON.stringify([String(Math.round((key?.health?.score ?? 0) * 100)), 'Late', rows[0]?.id]);
  expect(await names(w, { sort: 'health', after })).toEqual(['Acme', 'Quiet']);
});

test('customers that share a name or an address stand beside the oldest that does, however many there are', async () => {
  const w = await createWorld();
  for (let i = 0; i < 40; i += 1) await w.addCustomer(i % 2 ? 'ACME, Inc.' : 'The Acme Co');
  const found = await w.read(likelyDuplicates);
  expect(found).toHaveLength(40);
  expect(new Set(found.map(({ older }) => older.id))).toEqual(new Set([w.customerId]));
  expect(new Set(found.map(({ newer }) => newer.id)).size).toBe(40);
});
