import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { SandboxBooks, SandboxRow } from '@/scripts/sandbox/books';
import { followingWorld } from './syncing';

const FILE = path.resolve(process.cwd(), '../shared/data/qbo/samples.json');

const Ref = z.object({ value: z.string() }).transform(({ value }) => value);
const Linked = z.object({ TxnId: z.string(), TxnType: z.string() });
const Head = { Id: z.string(), MetaData: z.object({ LastUpdatedTime: z.string() }) };
const Paper = {
  ...Head,
  DocNumber: z.string(),
  TxnDate: z.string(),
  CustomerRef: Ref,
  CurrencyRef: Ref,
  TotalAmt: z.number(),
  Balance: z.number(),
};
const Payment = z.object({
  ...Head,
  TxnDate: z.string(),
  CustomerRef: Ref,
  CurrencyRef: Ref,
  TotalAmt: z.number(),
  Line: z.array(z.object({ Amount: z.number(), LinkedTxn: z.array(Linked) })),
});
const Samples = z.object({
  scenario: z.object({
    Customer: z.array(z.object({ ...Head, DisplayName: z.string(), CurrencyRef: Ref })),
    Invoice: z.array(z.object({ ...Paper, DueDate: z.string(), PrivateNote: z.string().optional() })),
    CreditMemo: z.array(z.object(Paper)),
    Payment: z.array(Payment),
  }),
  expected_after_sync: z.object({
    as_of: z.string(),
    invoices: z.array(z.object({ invoice: z.string(), outstanding: z.string() })),
    unapplied_credit: z.array(z.object({ amount: z.string() })),
    net_receivable: z.record(z.string(), z.string()),
  }),
});

const KINDS: Readonly<Record<string, string>> = { Invoice: 'INVOICE', CreditMemo: 'CREDITMEMO' };

/** Objects of QuickBooks Online as the service in between tells them: it is the one way to them. */
function toldBy({ scenario }: z.output<typeof Samples>): SandboxBooks {
  const head = ({ Id, MetaData }: { Id: string; MetaData: { LastUpdatedTime: string } }): SandboxRow => ({
    id: Id,
    updated_at: new Date(MetaData.LastUpdatedTime).toISOString(),
  });
  const parts = (payment: z.output<typeof Payment>) =>
    payment.Line.flatMap(({ Amount, LinkedTxn }) =>
      LinkedTxn.map(({ TxnId, TxnType }) => ({
        object_id: TxnId,
        object_type: KINDS[TxnType] ?? TxnType,
        amount: Amount,
        allocated_at: payment.TxnDate,
      })),
    );
  const paid = (id: string, type: string) =>
    scenario.Payment.flatMap((payment) =>
      parts(payment).flatMap((part) =>
        part.object_id === id && part.object_type === type && payment.TotalAmt > 0
          ? [{ payment_id: payment.Id, amount: part.amount }]
          : [],
      ),
    );
  const paper = (row: z.output<z.ZodObject<typeof Paper>>) => ({
    ...head(row),
    contact_id: row.CustomerRef,
    posted_at: row.TxnDate,
    currency: row.CurrencyRef,
    total_amount: row.TotalAmt,
    balance_amount: row.Balance,
    paid_amount: row.TotalAmt - row.Balance,
  });
  return {
    connectionId: 'quickbooks',
    rows: {
      organization: [{ id: 'o', name: 'Sandbox Ltd', currency: 'USD', timezone: 'America/Los_Angeles' }],
      contact: scenario.Customer.map((row) => ({
        ...head(row),
        name: row.DisplayName,
        is_customer: true,
        currency: row.CurrencyRef,
      })),
      invoice: scenario.Invoice.map((row) => ({
        ...paper(row),
        invoice_number: row.DocNumber,
        type: 'INVOICE',
        due_at: row.DueDate,
        status: row.PrivateNote === 'Voided' ? 'VOIDED' : row.Balance === 0 ? 'PAID' : 'AUTHORIZED',
        payments: paid(row.Id, 'INVOICE'),
      })),
      creditmemo: scenario.CreditMemo.map((row) => ({ ...paper(row), creditmemo_number: row.DocNumber })),
      payment: scenario.Payment.map((row) => ({
        ...head(row),
        contact_id: row.CustomerRef,
        paid_at: row.TxnDate,
        currency: row.CurrencyRef,
        total_amount: row.TotalAmt,
        type: 'INVOICE',
        status: 'SUCCEEDED',
        allocations: parts(row),
      })),
    },
  };
}

test.skipIf(!fs.existsSync(FILE))(
  'the scenario as QuickBooks itself writes it comes to exactly the figures expected of it',
  async () => {
    const samples = Samples.parse(JSON.parse(fs.readFileSync(FILE, 'utf8')));
    const { as_of, invoices, unapplied_credit, net_receivable } = samples.expected_after_sync;
    const cents = (text: string) => Math.round(Number(text) * 100);
    const w = await followingWorld(toldBy(samples));
    await w.run();
    expect((await w.rows()).filter(({ state }) => state !== 'booked')).toEqual([]);
    const open = await w.openAt(as_of);
    for (const { invoice, outstanding } of invoices)
      expect([invoice, open[invoice]]).toEqual([invoice, cents(outstanding)]);
    const credit = Object.values(open).filter((minor) => minor < 0);
    expect(credit.toSorted()).toEqual(unapplied_credit.map(({ amount }) => -cents(amount)).toSorted());
    expect(await w.owed()).toEqual(
      Object.fromEntries(Object.entries(net_receivable).map(([currency, text]) => [currency, cents(text)])),
    );
    const before = await w.ledger();
    await w.run(6);
    expect(await w.ledger()).toEqual(before);
  },
);
