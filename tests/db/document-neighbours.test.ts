import { expect, test } from 'vitest';
import { invoiceBook, invoiceNeighbours } from '@/db/queries/invoice-book';
import { invoiceListText, readInvoiceFilters, readInvoiceListText } from '@/lib/invoice-filters';
import { createWorld, day } from '../world';

const TODAY = day('2026-03-31');

/** Seven invoices on three days, three of them paid. */
async function books() {
  const w = await createWorld();
  const days = [
    '2026-01-03',
    '2026-01-01',
    '2026-01-03',
    '2026-01-02',
    '2026-01-03',
    '2026-01-01',
    '2026-01-02',
  ];
  for (const [i, on] of days.entries()) await w.invoice(1_000, '2026-02-01', { on, number: `N-${i}` });
  await w.pay(3_000, '2026-02-02');
  const list = async (params: Record<string, string>) => {
    const { filters } = readInvoiceFilters(params, 'USD');
    const { rows } = await w.read((tx) => invoiceBook(tx, filters, TODAY));
    return { filters, rows };
  };
  return { w, list };
}

test('walking from neighbour to neighbour goes through the list as it is drawn, and says where one is', async () => {
  const { w, list } = await books();
  for (const params of [{}, { show: 'owed' }, { show: 'paid' }, { q: 'n-', from: '2026-01-02' }]) {
    const { filters, rows } = await list(params);
    expect(rows.length).toBeGreaterThan(2);
    for (const [i, row] of rows.entries()) {
      const own = [row.documentDate, row.number, row.documentId] as const;
      expect(await w.read((tx) => invoiceNeighbours(tx, { filters, today: TODAY }, own))).toEqual({
        previousId: rows[i - 1]?.documentId ?? null,
        nextId: rows[i + 1]?.documentId ?? null,
        place: { at: i + 1, of: rows.length },
      });
    }
  }
});

test('an invoice that has left the list still has neighbours there, and no place', async () => {
  const { w, list } = await books();
  const { rows: all } = await list({});
  const { filters, rows: owed } = await list({ show: 'owed' });
  const paid = all.findIndex(({ documentId }) => owed.every((row) => row.documentId !== documentId));
  const own = all[paid];
  if (!own) throw new Error('nothing is paid');
  const around = await w.read((tx) =>
    invoiceNeighbours(tx, { filters, today: TODAY }, [own.documentDate, own.number, own.documentId]),
  );
  const isOwed = (row: { documentId: string }) =>
    owed.some(({ documentId }) => documentId === row.documentId);
  expect(around).toEqual({
    previousId: all.slice(0, paid).findLast(isOwed)?.documentId ?? null,
    nextId: all.slice(paid + 1).find(isOwed)?.documentId ?? null,
    place: null,
  });
});

test('nobody walks into the invoices of another organization', async () => {
  const { list } = await books();
  const { rows, filters } = await list({});
  const other = await createWorld();
  const [row] = rows.slice(3);
  if (!row) throw new Error('no row');
  const own = [row.documentDate, row.number, row.documentId] as const;
  expect(await other.read((tx) => invoiceNeighbours(tx, { filters, today: TODAY }, own))).toEqual({
    previousId: null,
    nextId: null,
    place: null,
  });
});

test('a list goes into the address of an invoice and comes back', () => {
  const { filters } = readInvoiceFilters({ show: 'late', q: 'acme & co', min: '5', owner: 'Ines' }, 'USD');
  expect(readInvoiceListText(invoiceListText(filters), 'USD')).toEqual(filters);
  expect(invoiceListText(readInvoiceFilters({}, 'USD').filters)).toBe('');
});
