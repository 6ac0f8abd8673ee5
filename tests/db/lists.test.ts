import { expect, test } from 'vitest';
import { createBeneficiary } from '@/db/commands/create-beneficiary';
import { createRecurringInvoice } from '@/db/commands/create-recurring-invoice';
import { createService } from '@/db/commands/create-service';
import { pauseRecurringInvoice } from '@/db/commands/pause-recurring-invoice';
import { saveDraftInvoice } from '@/db/commands/save-draft-invoice';
import { inPages } from '@/db/queries/batches';
import {
  type ByName,
  beneficiaryCount,
  beneficiaryList,
  type ServiceRecord,
  serviceCount,
  serviceList,
} from '@/db/queries/catalogue';
import { draftList } from '@/db/queries/draft-invoices';
import { recurringCount, recurringList } from '@/db/queries/recurring-invoices';
import { toMinor } from '@/lib/domain/money';
import { recurringState } from '@/lib/rhythm-words';
import { uuid7 } from '@/lib/uuid';
import { createWorld, day } from '../world';

const TODAY = day('2026-03-31');
const STATES = ['active', 'paused', 'ended'] as const;
const line = (description: string) => ({
  description,
  quantity: '1',
  unitPriceMinor: toMinor(100),
  taxPercent: '0',
});

test('invoices that repeat are found by customer, line and state, and the state of the list is the state of the page', async () => {
  const w = await createWorld();
  const other = await w.addCustomer('Beta', 'B-9');
  const begin = (customerId: string, what: string, endsOn: string | null = null) =>
    w.write((tx) =>
      createRecurringInvoice(tx, w.admin, {
        customerId,
        lines: [line(what)],
        every: 'month',
        startsOn: day('2026-01-01'),
        endsOn: endsOn === null ? null : day(endsOn),
      }),
    );
  await begin(w.customerId, 'Rent');
  await begin(other, 'Parking', '2026-03-30');
  await begin(other, 'Cleaning', '2026-03-31');
  const paused = await begin(w.customerId, '"Quoted" 100% fee');
  await w.write((tx) => pauseRecurringInvoice(tx, w.admin, { ...paused, on: day('2026-04-01') }));
  const found = (filter: Parameters<typeof recurringList>[1]) =>
    w.read(async (tx) => {
      const { rows } = await recurringList(tx, filter, { limit: 10, afterId: null });
      expect(await recurringCount(tx, filter)).toBe(rows.length);
      return rows;
    });
  const names = async (filter: Parameters<typeof recurringList>[1]) =>
    (await found(filter)).map((row) => row.lines[0]?.description);
  expect(await names({ q: 'b-9' })).toEqual(['Cleaning', 'Parking']);
  expect(await names({ q: '100%' })).toEqual(['"Quoted" 100% fee']);
  expect(await names({ q: '"quoted' })).toEqual(['"Quoted" 100% fee']);
  expect(await names({ q: 'rent', customerId: other })).toEqual([]);
  for (const is of STATES)
    for (const row of await found({ state: { is, today: TODAY } }))
      expect(recurringState(row, TODAY)).toBe(is);
  const counts = await Promise.all(
    STATES.map(async (is) => (await found({ state: { is, today: TODAY } })).length),
  );
  expect(counts).toEqual([2, 1, 1]);
});

test('a list of the catalogue is counted, and read page by page each row exactly once', async () => {
  const [w, stranger] = [await createWorld(), await createWorld()];
  for (let i = 0; i < 7; i += 1)
    await w.write((tx) =>
      createService(tx, w.admin, {
        name: `Lesson ${i}`,
        description: null,
        feeMinor: toMinor(100),
        currency: 'USD',
        taxPercent: '0',
      }),
    );
  for (const name of ['Mia', 'Max'])
    await w.write((tx) => createBeneficiary(tx, w.admin, { name, customerId: w.customerId }));
  const read = await w.read(async (tx) => {
    const names: string[] = [];
    const pages = inPages<ServiceRecord, ByName>((after) => serviceList(tx, {}, { limit: 3, after }));
    for await (const rows of pages) names.push(...rows.map((row) => row.name));
    return names;
  });
  expect(read).toEqual(Array.from({ length: 7 }, (_, i) => `Lesson ${i}`));
  expect(await w.read((tx) => serviceCount(tx, { q: 'LESSON' }))).toBe(7);
  expect(await w.read((tx) => beneficiaryCount(tx, { customerId: w.customerId, q: 'ma' }))).toBe(1);
  expect(await stranger.read((tx) => serviceCount(tx, {}))).toBe(0);
  const none = await stranger.read((tx) => beneficiaryList(tx, {}, { limit: 5, after: null }));
  expect(none).toEqual({ rows: [], next: null });
});

test('drafts are found by customer, line, number and purchase order', async () => {
  const w = await createWorld();
  const save = (content: Record<string, unknown>, customerId: string | null = null) =>
    w.write((tx) => saveDraftInvoice(tx, w.admin, { draftId: uuid7(), seenAt: null, customerId, content }));
  await save({ lines: [{ description: 'Beans' }, { description: 'Espresso "cups"' }] }, w.customerId);
  await save({ number: 'X-77', purchase_order: 'PO 4711', lines: [] });
  const found = async (q: string) => {
    const { rows, count } = await w.read((tx) => draftList(tx, { q }, { limit: 10, afterId: null }));
    expect(count).toBe(rows.length);
    return rows.map(({ customer }) => customer);
  };
  expect(await found('espresso "CUPS')).toEqual(['Acme']);
  expect(await found('acm')).toEqual(['Acme']);
  expect(await found('x-7')).toEqual([null]);
  expect(await found('4711')).toEqual([null]);
  expect(await found('description')).toEqual([]);
});
