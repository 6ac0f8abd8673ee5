import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readBooks, type SandboxBooks } from '@/scripts/sandbox/books';
import { SMALL_OWED, smallBooks } from '../../sync-books';
import { followingWorld } from './syncing';

const DATA = path.resolve(process.cwd(), '../shared/data');
const folder = (name: string) => path.join(DATA, name);

/** The same books as some programs tell them: credit memos among the invoices, below zero; payments that name their one invoice. */
function otherDialect({ connectionId, rows }: SandboxBooks): SandboxBooks {
  const listed = rows.creditmemo.map(({ creditmemo_number: number, ...row }) => ({
    ...row,
    id: row.id,
    type: 'CREDITMEMO',
    invoice_number: number,
    total_amount: -Number(row.total_amount),
    balance_amount: -Number(row.balance_amount),
  }));
  const payment = rows.payment.map((row) => {
    const parts = Array.isArray(row.allocations) ? row.allocations : [];
    const { allocations: _parts, ...bare } = row;
    return parts.length === 1 ? { ...bare, id: row.id, invoice_id: parts[0].object_id } : row;
  });
  return { connectionId, rows: { ...rows, invoice: [...rows.invoice, ...listed], creditmemo: [], payment } };
}

test.each([
  ['as documented', smallBooks()],
  ['as some tell them', otherDialect(smallBooks())],
])('small books, %s, come to exactly what they owe', async (_name, books) => {
  const w = await followingWorld(books);
  await w.run();
  expect(await w.rows()).toSatisfy((rows: { state: string }[]) =>
    rows.every(({ state }) => state === 'booked'),
  );
  expect(await w.owed()).toEqual(SMALL_OWED);
  const { totals } = await lastRun(w);
  expect(totals).toEqual([
    { currency: 'EUR', sourceMinor: 40_000, oursMinor: 40_000 },
    { currency: 'USD', sourceMinor: 164_550, oursMinor: 164_550 },
  ]);
  expect(await w.openAt('2025-03-31')).toMatchObject({ 'N-101': 20_000, 'N-102': 100_000, 'C-301': -4_000 });
});

test.skipIf(!fs.existsSync(folder('unified')))(
  'the scenario comes to exactly the figures expected of it, in both dialects',
  async () => {
    const { expected_after_sync: expected } = JSON.parse(
      fs.readFileSync(folder('unified/samples.json'), 'utf8'),
    );
    for (const tell of [(books: SandboxBooks) => books, otherDialect]) {
      const w = await followingWorld(tell(readBooks(folder('unified'))));
      await w.run();
      const open = await w.openAt(expected.as_of);
      const cents = (text: string) => Math.round(Number(text) * 100);
      for (const { invoice, outstanding } of expected.invoices)
        expect([invoice, open[invoice]]).toEqual([invoice, cents(outstanding)]);
      const credit = Object.values(open).filter((minor) => minor < 0);
      expect(credit.toSorted()).toEqual(
        expected.unapplied_credit.map((each: { amount: string }) => -cents(each.amount)).toSorted(),
      );
      expect(await w.owed()).toEqual({
        EUR: cents(expected.net_receivable.EUR),
        USD: cents(expected.net_receivable.USD),
      });
      expect((await w.rows()).filter(({ state }) => state !== 'booked')).toEqual([]);
    }
  },
);

test.skipIf(!fs.existsSync(folder('unified-sandbox')))(
  'wild data crash nothing: every row is booked or set aside with its reason',
  async () => {
    const books = readBooks(folder('unified-sandbox'));
    const counts = books.rows.contact.length + books.rows.invoice.length + books.rows.payment.length;
    const w = await followingWorld(books);
    await w.run();
    const rows = await w.rows();
    expect(rows).toHaveLength(counts);
    for (const { object, id, state, reason } of rows)
      expect([object, id, state, (state === 'quarantined') === (reason !== null)]).toEqual([
        object,
        id,
        expect.stringMatching(/^(booked|quarantined)$/),
        true,
      ]);
    const { counts: done } = await lastRun(w);
    expect(done).toMatchObject({
      read: counts,
      setAside: rows.filter(({ state }) => state === 'quarantined').length,
    });
    const before = await w.ledger();
    await w.run();
    expect(await w.ledger()).toEqual(before);
  },
);

async function lastRun(w: Awaited<ReturnType<typeof followingWorld>>) {
  const { syncRuns } = await import('@/db/schema/sync-runs');
  const { desc } = await import('drizzle-orm');
  const [run] = await w.read((tx) => tx.select().from(syncRuns).orderBy(desc(syncRuns.startedAt)).limit(1));
  if (!run) throw new Error('nothing ran');
  return run;
}
