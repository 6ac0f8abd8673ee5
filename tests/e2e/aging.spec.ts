import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { addDays } from '@/lib/domain/dates';
import { booksOf } from './books';
import { registered } from './sign-up';

test('the report shows every age, unfolds in place, follows the day, and its CSV says the same to the cent', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const brightwater = await books.addCustomer('Brightwater Hotels');
  const kestrel = await books.addCustomer('=Kestrel, "Coffee"');
  await books.invoice(brightwater, 'A-1', 1_248_000, 47);
  await books.invoice(brightwater, 'A-2', 123_456, 0);
  await books.invoice(kestrel, 'K-1', 70_001, 121);

  await page.goto('/aging');
  const table = page.getByRole('table');
  await expect(table.getByRole('row', { name: /Brightwater Hotels/ })).toContainText('13,714.56');
  await expect(page.getByRole('row', { name: /^Total, 2 customers/ })).toContainText('14,414.57');
  await expect(page.getByText('Agrees with the ledger')).toContainText('difference $0.00');

  await page.getByRole('button', { name: 'Items of Brightwater Hotels' }).click();
  await expect(page).toHaveURL(/open=/);
  await expect(page.getByRole('row', { name: /A-1/ })).toContainText('47 late');
  await page.reload();
  await expect(page.getByRole('row', { name: /A-1/ })).toBeVisible();

  const csv = await (await page.request.get('/exports/aging')).text();
  expect(csv).toContain('"Brightwater Hotels"');
  expect(csv).toContain(`"'=Kestrel, ""Coffee"""`);
  expect(csv).toMatch(/13714\.56/);
  expect(csv).toMatch(/14414\.57/);

  await page.goto(`/aging?asOf=${addDays(books.today, -60)}`);
  await expect(page.getByRole('row', { name: /^Total, 2 customers/ })).toContainText('13,180.01');
  await expect(page.getByText('Back to today')).toBeVisible();
});

test('the report never moves the page sideways, and on a phone every column stands under its own heading', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  await books.invoice(await books.addCustomer('Alpha'), 'A-1', 500, 1);
  await page.goto('/aging');
  for (const width of [1280, 1100, 768, 390]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  const heading = await page.getByRole('columnheader', { name: 'Total' }).boundingBox();
  const figure = await page.getByRole('row', { name: /Alpha/ }).getByRole('cell').last().boundingBox();
  expect([heading?.x, heading?.width]).toEqual([figure?.x, figure?.width]);
  expect((heading?.y ?? 0) + (heading?.height ?? 0)).toBeLessThanOrEqual(figure?.y ?? 0);
});

test('rows are walked, unfolded and opened by keys', async ({ page }) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const first = await books.addCustomer('Alpha');
  await books.addCustomer('Nobody');
  await books.invoice(first, 'A-1', 500, 1);
  await page.goto('/aging');
  // Keys are heard once the page's script runs; the one row stays the current one however often.
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(page.getByRole('link', { name: 'Alpha' })).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('e');
  await expect(page.getByRole('row', { name: /A-1/ })).toBeVisible();
  await page.getByRole('link', { name: 'Alpha' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/customers/${first}`));
});

test('an address that cannot be read shows the report, and says what was left out', async ({ page }) => {
  await registered(page);
  await page.goto('/aging?asOf=2026-02-30&bucket=99&sort=;drop');
  await expect(page.getByText(/left out: sort, asOf, bucket/)).toBeVisible();
});

for (const path of ['/', '/aging', '/payments/new'])
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1440, 390])
      test(`axe finds nothing on ${path}, ${colorScheme}, ${width} px`, async ({ page }) => {
        const { business } = await registered(page);
        const books = await booksOf(business);
        const customerId = await books.addCustomer('Alpha');
        await books.invoice(customerId, 'A-1', 500, 40);
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        expect(overflow).toBe(false);
      });
