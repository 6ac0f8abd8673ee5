import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { lastMonthEnd } from '@/lib/as-of';
import { todayIn } from '@/lib/domain/dates';
import { formatDay } from '@/lib/format';
import { textOfPages } from '../pdf-text';
import { booksOf } from './books';
import { openSample } from './sample-people';
import { registered } from './sign-up';

/** Clicks what gives a file, and reads that as PDF. */
async function pdfFrom(page: Page, name: string): Promise<{ fileName: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ]);
  const text = (await textOfPages(new Uint8Array(await readFile(await download.path())))).join(' ');
  return { fileName: download.suggestedFilename(), text };
}

test('a manager takes the aging report away as PDF, is told so, and has it again from the list of reports', async ({
  page,
}) => {
  await openSample(page, 'manager');
  await page.goto('/aging');
  const total = await page.locator('tfoot tr').first().locator('td').last().innerText();
  const { fileName, text } = await pdfFrom(page, 'PDF');
  expect(fileName).toMatch(/^aged-receivables_\d{4}-\d\d-\d\d\.pdf$/);
  expect(text).toContain('Alder & Finch');
  expect(text).toContain(total.trim());
  await expect(page.getByText(`Downloaded ${fileName}.`)).toBeVisible();
  await page.goto('/reports');
  const again = page.getByRole('row', { name: /Aging report, PDF/ }).first();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    again.getByRole('link', { name: 'Download' }).click(),
  ]);
  expect((await textOfPages(new Uint8Array(await readFile(await download.path())))).join(' ')).toBe(text);
  await again.getByRole('link', { name: 'compare with what was sent' }).click();
  await expect(page).toHaveURL(/\/aging\/compare\?run=/);
});

test('a long PDF is made by the worker: progress without a reload, then a link to every page of it', async ({
  page,
}) => {
  test.slow();
  const { business } = await registered(page);
  const books = await booksOf(business);
  await books.manyInvoices(await books.addCustomer('Brightwater Hotels'), 1_310);
  await page.goto('/explore');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('link', { name: /^PDF, with invoices/ }).click();
  await expect(page).toHaveURL('/reports');
  const files = page.getByRole('region', { name: 'Large files' });
  await expect(files).toContainText(/open-invoices_\d{4}-\d\d-\d\d\.pdf/);
  const link = files.getByRole('link', { name: /^Download, \d+ pages/ });
  await expect(files.getByText(/Waits for the worker|Reading the books|of \d+ pages/).or(link)).toBeVisible();
  await expect(link).toBeVisible({ timeout: 180_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const pages = await textOfPages(new Uint8Array(await readFile(await download.path())));
  expect(await link.innerText()).toBe(`Download, ${pages.length} pages`);
  expect(pages.length).toBeGreaterThan(40);
  const text = pages.join(' ');
  for (const number of ['M-0001', 'M-0655', 'M-1310']) expect(text).toContain(number);
  await expect(page.getByRole('row', { name: /Open invoices, PDF/ })).toBeVisible();
});

test('the month end is the same on screen and as a file', async ({ page }) => {
  await openSample(page, 'manager');
  await page.goto('/reports/month-end');
  const usual = lastMonthEnd(todayIn('America/New_York'));
  await expect(page.getByRole('button', { name: 'As of' })).toContainText(formatDay(usual));
  const { fileName, text } = await pdfFrom(page, 'PDF');
  expect(fileName).toBe(`month-end_${usual}_USD.pdf`);
  const figures = await page
    .getByRole('region', { name: 'Measures by month' })
    .locator('tbody tr')
    .last()
    .innerText();
  expect(text).toContain(figures.replace(/\s+/g, ' ').trim());
  expect(text).toContain('Cross-aging at 25%');
  const loss = page.getByRole('region', { name: 'Bad-debt provision', exact: true }).locator('tfoot tr');
  expect(text).toContain((await loss.innerText()).replace(/\s+/g, ' ').trim());
  await page.goto('/reports');
  const noted = page.getByRole('row', { name: /Month-end pack, PDF/ }).first();
  await expect(noted).toBeVisible();
  const [again] = await Promise.all([
    page.waitForEvent('download'),
    noted.getByRole('link', { name: 'Download' }).click(),
  ]);
  const pages = await textOfPages(new Uint8Array(await readFile(await again.path())));
  expect(pages.join(' ')).toBe(text);
});

test('what was sent of a month end is compared with what is known now, figure by figure', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Brightwater Hotels');
  await books.invoice(customerId, 'A-1', 1_248_011, 47);
  await page.goto('/reports/month-end');
  await page.getByRole('button', { name: 'As of' }).click();
  await page.getByRole('link', { name: /^Today/ }).click();
  await expect(page).toHaveURL(/asOf=/);
  await pdfFrom(page, 'PDF');
  await page.goto('/reports');
  const compare = page
    .getByRole('row', { name: /Month-end pack, PDF/ })
    .getByRole('link', { name: 'compare with what was sent' });
  await compare.click();
  await expect(page.getByRole('heading', { name: 'Nothing has changed' })).toBeVisible();
  await books.invoice(customerId, 'A-2', 100_000, 10);
  await page.reload();
  const cover = page.getByRole('region', { name: 'Where the figures come from', exact: true });
  await expect(cover.getByRole('row', { name: /^Open items/ })).toContainText('12,480.11');
  await expect(cover.getByRole('row', { name: /^Open items/ })).toContainText('13,480.11');
  expect((await page.goto('/reports/compare?run=nonsense'))?.status()).toBe(404);
});

test('the dashboard is the same on screen and as a file', async ({ page }) => {
  // Of its own business: whoever shares a dashboard changes what the others see first.
  const { business } = await registered(page);
  const { addCustomer, invoice } = await booksOf(business);
  await invoice(await addCustomer('Brightwater Hotels'), 'A-1', 1_248_011, 47);
  await invoice(await addCustomer('Kestrel Coffee'), 'K-1', 70_001, -5);
  await page.goto('/dashboard');
  const { fileName, text } = await pdfFrom(page, 'PDF');
  expect(fileName).toMatch(/^dashboard_\d{4}-\d\d-\d\d\.pdf$/);
  await page.getByRole('button', { name: 'Aging: menu' }).click();
  await page.getByRole('button', { name: 'Show as table' }).click();
  const table = page.getByRole('table', { name: /^Aging in/ });
  for (const row of await table.getByRole('row').allInnerTexts())
    expect(text).toContain(row.replace(/\s+/g, ' ').trim());
});

test('a customer takes its own invoice away and nobody else’s, and no report', async ({ page }) => {
  await openSample(page, 'manager');
  await page.goto('/invoices');
  const links = page.locator('a[href^="/invoices/"]');
  const ids = await links.evaluateAll((found) =>
    found.map((link) => link.getAttribute('href')?.split('/').pop() ?? ''),
  );
  const all = ids.filter((id) => /^[0-9a-f-]{36}$/.test(id));
  expect(all.length).toBeGreaterThan(5);
  await page.context().clearCookies();
  await openSample(page, 'customer');
  const answers = await Promise.all(
    all.slice(0, 12).map(async (id) => (await page.request.get(`/exports/documents/${id}`)).status()),
  );
  expect(answers).toContain(404);
  await page.locator('a[href^="/portal/invoices/"]').first().click();
  const { text } = await pdfFrom(page, 'PDF');
  expect(text).toContain('Amount due, USD');
  const report = await page.request.get('/exports/aging/pdf', { maxRedirects: 0 });
  expect(report.headers()['content-type'] ?? '').not.toContain('pdf');
});
