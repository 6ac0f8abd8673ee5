import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { agingPdf } from '@/app/exports/aging/pdf';
import { dashboardPdf } from '@/app/exports/dashboard/pdf';
import { explorePdf } from '@/app/exports/explore/pdf';
import { agingReport } from '@/db/queries/aging';
import { bucketLabels } from '@/lib/domain/aging';
import { type Minor, sumOf, toDecimal } from '@/lib/domain/money';
import { readExploreFilters } from '@/lib/explore-filters';
import { readAgingFilters } from '@/lib/filters';
import { formatColumn } from '@/lib/format';
import { textOfPages } from '../pdf-text';
import { agingCsv } from './aging-csv';
import { AS_OF, exploreBooks } from './explore-books';

const textOf = async (file: Uint8Array | null) => (file ? (await textOfPages(file)).join(' ') : '');

test('every file of one business and day has the totals of the aging report, to the cent', async () => {
  for (const seed of [3, 11]) {
    const w = await exploreBooks(seed);
    const { filters } = readAgingFilters({}, w.org, AS_OF);
    const { totals, lateMinor } = await w.read((tx) => agingReport(tx, filters, null));
    const { bucketsMinor, creditsMinor, totalMinor } = totals;
    const owed = sumOf(bucketsMinor);
    expect([owed > 0, creditsMinor < 0]).toEqual([true, true]);
    const column = (amount: Minor) => formatColumn(amount, 'USD');
    const labels = bucketLabels(filters.bounds);

    const csv = await agingCsv(w.admin, filters);
    const lines = Papa.parse<string[]>(csv.slice(1), { comments: '#', skipEmptyLines: true }).data;
    const sums = [...bucketsMinor, creditsMinor, totalMinor].map((amount) => toDecimal(amount, 'USD'));
    expect(lines.at(-1)).toEqual(['Total', 'USD', ...sums]);
    expect(csv).toContain(`# Total,${toDecimal(totalMinor, 'USD')}\r\n`);

    const aging = await textOf(await agingPdf(w.admin, { filters, detail: 'customers', fileName: 'a.pdf' }));
    expect(aging).toContain(`customers ${[...bucketsMinor, creditsMinor, totalMinor].map(column).join(' ')}`);

    const asked = readExploreFilters({ credits: '1' }, w.org, AS_OF).filters;
    const explore = await textOf(
      await explorePdf(w.admin, { filters: asked, detail: 'invoices', fileName: 'e.pdf' }),
    );
    expect(explore).toContain(`Owed ${column(owed)} 100.0% ${column(owed)}`);
    expect(explore).toContain(`Late ${column(lateMinor)} 100.0% ${column(lateMinor)}`);
    expect(explore).toContain(`Unapplied credits ${column(creditsMinor)}`);
    expect(explore).toContain(`Total ${column(totalMinor)}`);
    for (const [i, label] of labels.entries())
      expect(explore).toContain(`${label} ${column(bucketsMinor[i]!)}`);

    const admin = { ...w.admin, userId: w.admin.userId ?? '' };
    const dashboard = await textOf(await dashboardPdf(admin, { filters, dashboardId: null }));
    for (const [i, label] of labels.entries())
      expect(dashboard).toMatch(new RegExp(`${label.replace('+', '\\+')} \\d+ ${column(bucketsMinor[i]!)} `));
    expect(dashboard).toMatch(new RegExp(`Total \\d+ ${column(owed)}`));
    expect(dashboard).toContain(`Mar 2026 ${column(owed)} ${column(lateMinor)} `);
  }
});
