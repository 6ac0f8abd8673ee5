import { expect, test } from 'vitest';
import { reverseDocument } from '@/db/commands/reverse-document';
import { agingReport } from '@/db/queries/aging';
import { largestDebtors, openByBucket, receivables, turnover } from '@/db/queries/key-figures';
import { readAgingFilters } from '@/lib/filters';
import { day } from '../world';
import { history } from './history';

const at = (asOf: string) => ({ asOf: day(asOf), knownAt: null });

test('key figures are those of the aging report and of the documents', async () => {
  const w = await history();
  const beta = await w.addCustomer('Beta');
  await w.invoice(70_000, '2025-12-01', { on: '2025-11-01', customerId: beta });
  await w.invoice(30_000, '2026-05-01', { on: '2026-03-01', customerId: beta });
  await w.pay(5_000, '2026-03-20', { customerId: beta, apply: 'none' });
  const bounced = await w.pay(999, '2026-03-21', { customerId: beta, apply: 'none' });
  await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: bounced.documentId,
      kind: 'payment',
      reason: 'x',
      source: 'staff',
    }),
  );
  for (const asOf of ['2026-01-31', '2026-02-28', '2026-03-31']) {
    const { filters } = readAgingFilters({ asOf }, w.org, day(asOf));
    await w.read(async (tx) => {
      const { totals, rows } = await agingReport(tx, filters);
      const figures = await receivables(tx, at(asOf), { currency: 'USD' });
      expect(figures).toMatchObject({ totalMinor: totals.totalMinor, creditsMinor: totals.creditsMinor });
      expect(figures.lateMinor).toBe(totals.bucketsMinor.slice(1).reduce((a, b) => a + b, 0));
      const { bucketsMinor, creditsMinor } = await openByBucket(tx, at(asOf), filters, 'USD');
      expect({ bucketsMinor, creditsMinor }).toEqual({
        bucketsMinor: totals.bucketsMinor,
        creditsMinor: totals.creditsMinor,
      });
      const debtors = await largestDebtors(tx, at(asOf), { currency: 'USD', limit: 5 });
      expect(debtors.map((row) => [row.customer, row.totalMinor])).toEqual(
        rows.map((row) => [row.customer, row.totalMinor]),
      );
    });
  }
  await w.read(async (tx) => {
    expect(await receivables(tx, at('2026-03-31'), { currency: 'USD' })).toMatchObject({
      openCount: 3,
      lateCount: 2,
      averageDaysLate: (55 + 120) / 2,
      atRiskCount: 1,
    });
    expect(await receivables(tx, at('2026-03-31'), { currency: 'JPY' })).toMatchObject({
      totalMinor: 0,
      averageDaysLate: null,
    });
    expect(await turnover(tx, at('2026-03-31'), { currency: 'USD' })).toEqual({
      invoicedMinor: 200_000,
      receivedMinor: 45_000,
    });
    const span = { currency: 'USD', from: day('2026-01-01'), to: day('2026-02-28') };
    expect(await turnover(tx, at('2026-03-31'), span)).toEqual({
      invoicedMinor: 100_000,
      receivedMinor: 40_000,
    });
  });
});
