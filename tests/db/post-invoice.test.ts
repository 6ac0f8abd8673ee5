import { expect, test } from 'vitest';
import { postInvoice } from '@/db/commands/post-invoice';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, owner, refusalOf } from '../world';

test('an invoice by its total alone, or in instalments, is posted as written', async () => {
  const w = await createWorld();
  const base = {
    customerId: w.customerId,
    invoiceDate: day('2026-01-01'),
    lines: [],
    source: 'api',
  } as const;
  const total = { totalMinor: toMinor(10_000), taxMinor: toMinor(1_597) };
  const parts = (...amounts: number[]) =>
    amounts.map((amount, i) => ({ dueOn: day(`2026-0${2 + i}-01`), amountMinor: toMinor(amount) }));
  await w.write((tx) => postInvoice(tx, w.admin, { ...base, total, number: 'T' }));
  await w.write((tx) =>
    postInvoice(tx, w.admin, { ...base, total, number: 'I', instalments: parts(4_000, 6_000) }),
  );
  const rows =
    await owner`select d.number, d.tax_minor::int as tax, i.due_on::text as due, i.amount_minor::int as amount
    from documents d join open_items i on i.document_id = d.id where d.org_id = ${w.org.id} order by 1, 3`;
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { number: 'I', tax: 1_597, due: '2026-02-01', amount: 4_000 },
    { number: 'I', tax: 1_597, due: '2026-03-01', amount: 6_000 },
    { number: 'T', tax: 1_597, due: '2026-01-31', amount: 10_000 },
  ]);
  const refused = (more: object) =>
    refusalOf(w.write((tx) => postInvoice(tx, w.admin, { ...base, total, ...more })));
  expect(await refused({ instalments: parts(4_000, 5_999) })).toBe('invalid');
  expect(await refused({ instalments: parts(11_000, -1_000) })).toBe('amount_must_be_positive');
  expect(await refused({ instalments: [{ dueOn: '2025-12-31', amountMinor: 10_000 }] })).toBe('invalid');
  expect(await refused({ invoiceDate: '2199-12-30' })).toBe('invalid');
  const line = {
    description: 'x',
    quantity: '999999999',
    unitPriceMinor: toMinor(90_000_000_000_000),
    taxPercent: '0',
  };
  expect(await refused({ total: undefined, lines: [line] })).toBe('amount_too_large');
});
