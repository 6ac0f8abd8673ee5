import { expect, test } from 'vitest';
import { postInvoice } from '@/db/commands/post-invoice';
import { recordPayment } from '@/db/commands/record-payment';
import { reverseDocument } from '@/db/commands/reverse-document';
import { undoAllocation } from '@/db/commands/undo-allocations';
import { updateOrganization } from '@/db/commands/update-organization';
import { lastRecorded } from '@/db/queries/last-recorded';
import { type MonthInputs, monthlyInputs, monthsUpTo } from '@/db/queries/measures';
import { provision } from '@/db/queries/provision';
import { addDays, daysBetween, type PlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, owner } from '../../world';
import { EPOCH, happen, randomOf, SPAN } from '../random-history';
import type { World } from '../report-at';

test.each([1, 2])(
  'the sums that posting keeps are those of the movements, and sales and payments those of the rows (%i)',
  async (turn) => {
    const seed = Number(process.env.SEED ?? Date.now() + turn);
    const random = randomOf(seed);
    const w = await createWorld();
    await happen(w, random, 90);
    await settleAndUndo(w);
    const everything = await w.read(lastRecorded);
    const rows = await rowsOf(w);
    for (let i = 0; i < 6; i += 1) {
      const asOf = addDays(EPOCH, Math.floor(random() * (SPAN + 30)));
      const inputs = (knownAt: typeof everything | null) =>
        w.read((tx) => monthlyInputs(tx, monthsUpTo(asOf, 4), 'USD', { knownAt }));
      const kept = await inputs(null);
      expect(kept, `seed ${seed}, as of ${asOf}`).toEqual(await inputs(everything));
      for (const month of kept)
        expect(moneyOf(month), `seed ${seed}, ${month.to}`).toEqual(moneyOfRows(rows, month));
    }
  },
);

test.each([
  ['due', [0, 30, 60, 90, 120]],
  ['invoice', [0, 7, 30]],
] as const)(
  'rates of the provision are the same from the sums that posting keeps as from the ledger, on any day (%s)',
  async (agingBasis, bounds) => {
    const seed = Number(process.env.SEED ?? Date.now());
    const random = randomOf(seed);
    const w = await createWorld();
    await w.write((tx) => updateOrganization(tx, w.admin, { agingBasis, bounds }));
    await happen(w, random, 90);
    // After all that, so that nothing of it takes them back: there are losses in every history.
    const customerId = await w.addCustomer('Silent');
    for (const due of ['2025-01-10', '2025-02-10'])
      await w.invoice(70_000, due, { on: '2024-12-01', customerId });
    await settleAndUndo(w);
    const everything = await w.read(lastRecorded);
    let losses = 0;
    for (let i = 0; i < 8; i += 1) {
      const asOf = addDays(EPOCH, Math.floor(random() * (SPAN + 90)));
      const at = (knownAt: typeof everything | null) =>
        w.read((tx) => provision(tx, { asOf, currency: 'USD', knownAt }));
      const kept = await at(null);
      expect(kept, `seed ${seed}, as of ${asOf}`).toEqual(await at(everything));
      losses += kept.buckets.filter(({ ratePercent }) => Number(ratePercent) > 0).length;
    }
    expect(losses, `seed ${seed}`).toBeGreaterThan(0);
  },
);

/** A payment undone within its month, one undone a month later, and an invoice taken back: in every history. */
async function settleAndUndo(w: World): Promise<void> {
  const customerId = await w.addCustomer('Undoing');
  const wrong = await w.invoice(900, '2026-02-20', { on: '2026-02-10', customerId });
  for (const undoneOn of ['2026-02-25', '2026-03-05']) {
    const { allocationIds } = await w.pay(300, '2026-02-22', { customerId });
    await w.write((tx) =>
      undoAllocation(tx, w.admin, { allocationId: allocationIds[0] ?? '', on: day(undoneOn) }),
    );
  }
  const facts = { kind: 'invoice', reason: 'Wrong', source: 'staff', on: day('2026-03-10') } as const;
  await w.write((tx) => reverseDocument(tx, w.admin, { ...facts, documentId: wrong.documentId }));
}

interface Rows {
  readonly sales: readonly { day: PlainDate; amount: number }[];
  readonly paid: readonly {
    day: PlainDate;
    amount: number;
    issued: PlainDate;
    due: PlainDate;
    undone: PlainDate | null;
  }[];
}

/** What was billed or credited, and what payments settled of invoices, read past the application's own queries. */
async function rowsOf(w: World): Promise<Rows> {
  const sales = await owner<Rows['sales'][number][]>`
    select d.document_date::text as day, d.amount_minor::int as amount from documents d
    left join documents o on o.id = d.reverses_id
    where d.org_id = ${w.org.id} and coalesce(o.kind, d.kind) in ('invoice', 'credit_memo')`;
  const paid = await owner<Rows['paid'][number][]>`
    select a.effective_on::text as day, a.amount_minor::int as amount, d.effective_on::text as issued, d.due_on::text as due,
      u.effective_on::text as undone
    from allocations a join open_items d on d.id = a.debit_item_id join open_items c on c.id = a.credit_item_id
    left join allocations u on u.reverses_id = a.id
    where a.org_id = ${w.org.id} and a.amount_minor > 0 and d.kind = 'invoice' and c.kind = 'payment'`;
  return { sales: [...sales], paid: [...paid] };
}

/** What the rows say of a month: what was undone by its end was not paid in it. */
function moneyOfRows({ sales, paid }: Rows, { from, to }: MonthInputs) {
  const stood = paid.filter((row) => row.day >= from && row.day <= to && !(row.undone && row.undone <= to));
  const sum = (of: (row: Rows['paid'][number]) => number) => stood.reduce((total, row) => total + of(row), 0);
  const amountMinor = sum((row) => row.amount);
  return {
    salesMinor: sales
      .filter((row) => row.day >= from && row.day <= to)
      .reduce((total, row) => total + row.amount, 0),
    paid: { amountMinor, amountDays: sum((row) => row.amount * daysBetween(row.issued, row.day)) },
    late: { amountMinor, amountDays: sum((row) => row.amount * daysBetween(row.due, row.day)) },
  };
}

const moneyOf = ({ salesMinor, paid, late }: MonthInputs) => ({ salesMinor, paid, late });

test('whoever posts at once, in any order of days, waits for nobody for ever, and no movement is lost', async () => {
  const w = await createWorld();
  const customers = await Promise.all(Array.from({ length: 6 }, (_, i) => w.addCustomer(`C${i}`)));
  const days = ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08'].map(day);
  await Promise.all(
    customers.map((customerId, i) =>
      w.write(async (tx) => {
        for (const on of i % 2 === 0 ? days : days.toReversed()) {
          await postInvoice(tx, w.admin, {
            customerId,
            invoiceDate: on,
            dueDate: day('2026-02-05'),
            lines: [{ description: 'Goods', quantity: '1', unitPriceMinor: toMinor(1_000), taxPercent: '0' }],
            source: 'staff',
          });
          await recordPayment(tx, w.admin, {
            customerId,
            receivedOn: on,
            amountMinor: toMinor(400),
            payment: { method: 'Wire' },
            apply: 'oldest',
            source: 'staff',
          });
        }
      }),
    ),
  );
  const [january] = await w.read((tx) =>
    monthlyInputs(tx, monthsUpTo(day('2026-01-31'), 1), 'USD', { knownAt: null }),
  );
  expect(january).toMatchObject({
    salesMinor: 24_000,
    closingMinor: 14_400,
    currentMinor: 14_400,
    pastDueMinor: 0,
    paid: { amountMinor: 9_600 },
  });
});
