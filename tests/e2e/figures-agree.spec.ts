import { expect, type Page, test } from '@playwright/test';
import Papa from 'papaparse';
import { addDays, todayIn } from '@/lib/domain/dates';
import { sumOf, toMinor } from '@/lib/domain/money';
import { formatColumn, formatMoney } from '@/lib/format';
import { textOfPages } from '../pdf-text';
import { openSample } from './sample-people';

/** What the API says is owed on a day: the figures that every other place must show. Minor units of USD. */
async function owedAt(page: Page, asOf: string) {
  const answer = await page.request.get(`/api/v1/aging?as_of=${asOf}&currency=USD`);
  const { totals, buckets, tie_out } = await answer.json();
  const minor = (amount: number) => toMinor(Math.round(amount * 100));
  return {
    bucketsMinor: buckets.map((label: string) => minor(totals.buckets[label])),
    creditsMinor: minor(totals.credits),
    totalMinor: minor(totals.total),
    difference: tie_out.difference,
  };
}

const words = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ');

test('home, dashboard, Explore, report, month-end pack, CSV, PDF and API show the same figures to the cent, today and on past days', async ({
  page,
}) => {
  await openSample(page, 'admin');
  const today = todayIn('America/New_York');
  for (const asOf of [today, addDays(today, -33), addDays(today, -200)]) {
    const { bucketsMinor, creditsMinor, totalMinor, difference } = await owedAt(page, asOf);
    const owedMinor = sumOf(bucketsMinor);
    // The control: there is something to agree about.
    expect(bucketsMinor.filter((amount: number) => amount > 0).length).toBeGreaterThan(2);
    expect([difference, owedMinor + creditsMinor]).toEqual([0, totalMinor]);
    const columns: string[] = [...bucketsMinor, totalMinor].map((amount) => formatColumn(amount, 'USD'));
    const whole = formatMoney(owedMinor, 'USD', { cents: false });
    const cents = formatMoney(owedMinor, 'USD');

    await page.goto(`/aging?asOf=${asOf}`);
    const total = page.getByRole('row', { name: /^Total, / });
    for (const column of columns) await expect(total).toContainText(column);

    await page.goto(`/?asOf=${asOf}`);
    expect(await words(page)).toContain(`owed ${whole}`);
    for (const amount of bucketsMinor)
      expect(await words(page)).toContain(formatMoney(amount, 'USD', { cents: false }));

    await page.goto(`/explore?asOf=${asOf}`);
    const explore = await words(page);
    expect(explore).toContain(cents);
    const late = formatMoney(sumOf(bucketsMinor.slice(1)), 'USD', { cents: false });
    expect(explore).toContain(`${late} of it late`);

    await page.goto(`/dashboard?asOf=${asOf}`);
    await page.getByRole('button', { name: /^Explain Owed to you/ }).click();
    await expect(page.getByRole('dialog')).toContainText(cents);
    await page.keyboard.press('Escape');

    await page.goto(`/reports/month-end?asOf=${asOf}`);
    for (const column of columns) expect(await words(page)).toContain(column);

    const csv = await (await page.request.get(`/exports/aging?asOf=${asOf}`)).text();
    const plain = (amount: number) => (amount / 100).toFixed(2);
    const rows = csv.split('\r\n');
    for (const amount of [...bucketsMinor, totalMinor])
      expect(rows.some((line) => /total/i.test(line) && line.includes(plain(amount)))).toBe(true);

    const listed = await (await page.request.get(`/exports/explore?asOf=${asOf}`)).text();
    const { data } = Papa.parse<{ Open: string }>(listed.slice(1), { header: true, skipEmptyLines: true });
    expect(sumOf(data.map((row) => toMinor(Math.round(Number(row.Open) * 100))))).toBe(owedMinor);

    for (const file of ['aging/pdf', 'explore/pdf', 'month-end']) {
      const pdf = await page.request.get(`/exports/${file}?asOf=${asOf}`);
      expect([file, pdf.status()]).toEqual([file, 200]);
      const text = (await textOfPages(await pdf.body())).join(' ');
      for (const column of file === 'explore/pdf'
        ? [formatColumn(owedMinor, 'USD'), ...columns.slice(0, -1)]
        : columns)
        expect([file, text.includes(column)]).toEqual([file, true]);
    }

    const kpis = await (await page.request.get(`/api/v1/kpis?as_of=${asOf}&currency=USD`)).json();
    const distribution = await (
      await page.request.get(`/api/v1/aging-distribution?as_of=${asOf}&currency=USD`)
    ).json();
    expect(Object.values(distribution.distribution)).toEqual(
      bucketsMinor.map((amount: number) => amount / 100),
    );
    expect(kpis.total_outstanding).toBe(totalMinor / 100);
  }
});
