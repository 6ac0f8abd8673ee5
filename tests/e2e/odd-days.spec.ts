import { expect, type Page, test } from '@playwright/test';
import { closeConnections } from '@/db/client';
import { booksOf } from './books';
import { hydrated } from './hydrated';
import { registered } from './sign-up';

test.afterAll(closeConnections);

const LONG =
  'Königliche Wasser- und Stromversorgungsgesellschaft für Oberösterreich und angrenzende Gebiete mbH';

test('a day before anything was open, and an instant before anything was known, say so and teach nothing', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  await books.invoice(await books.addCustomer('Alpha'), 'A-1', 10_000, 5);
  for (const path of ['/', '/dashboard', '/explore', '/aging']) {
    await page.goto(`${path}?asOf=2019-01-01`);
    const main = page.getByRole('main');
    await expect(main.getByText('Nothing was open on 1 Jan 2019')).toBeVisible();
    await expect(main.getByText('No invoice posted by that day had anything left to pay')).toBeVisible();
    await expect(main.getByRole('link', { name: /^(Import|Write|Add) / })).toHaveCount(0);
  }
  await page.goto('/aging?knownAt=2001-01-01T12:00:00Z');
  await expect(page.getByText(/^Nothing was open on /)).toBeVisible();
  await expect(page.getByText(/as far as was known by 1 Jan 2001/)).toBeVisible();
  await page.goto('/aging?knownAt=2001-01-01T12:00:00Z&q=nobody');
  await expect(page.getByText('No customer matches these filters')).toBeVisible();
  await page.goto('/dashboard?asOf=2099-01-01');
  await expect(
    page.getByText('That day has not come: what happens until then is not in them.'),
  ).toBeVisible();
});

test('before the first payment nothing is called lost, and money beyond what is owed reads as such', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const customerId = await books.addCustomer(LONG);
  await books.invoice(customerId, 'A-1', 10_000, 72);
  await page.goto('/cash');
  await expect(
    page.getByText('No invoice has been paid yet, so nothing says how long customers take.'),
  ).toBeVisible();
  await expect(page.getByRole('row', { name: /^Late already/ })).toContainText('100.00');
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await page.goto('/dashboard');
  const widget = page.getByRole('region', { name: 'Cash expected', exact: true });
  await expect(widget).toContainText('By due days and promises alone.');
  await page.goto('/');
  await expect(page.getByRole('heading', { name: /^You are owed \$100/ })).toContainText(
    'nothing more falls due by',
  );

  await books.pay(customerId, 35_000);
  await page.reload();
  await expect(page.getByText('your customers have paid $250.00 more than they owe.')).toBeVisible();
  await page.goto(`/reports/month-end?asOf=${books.today}`);
  const credits = page.getByRole('region', { name: 'Credits in prior', exact: true });
  await expect(credits.getByRole('row', { name: /^Credits in all/ })).toContainText('350.00');
  await expect(credits).not.toContainText('%');
});

test('what is expected fits the page however long names are', async ({ page }) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const customerId = await books.addCustomer(LONG);
  for (let n = 1; n <= 3; n += 1) await books.settled(customerId, `P-${n}`, 10_000, 60 + n);
  await books.invoice(customerId, 'A-1', 900_000_000_000, 3);
  await page.goto('/cash');
  await expect(page.getByRole('row', { name: /^A-1/ })).toBeVisible();
  for (const width of [1440, 1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect({ width, wide }).toEqual({ width, wide: width });
  }
});

/** A name of more than a hundred letters, and one with a word that no line of a phone holds. */
const LENGTHY = `${LONG} & Co KG`;
const WORDY = 'Gesellschaft für Wassertransportversicherungsangelegenheitenverwaltungsdienste';

async function expectNoWider(page: Page, path: string, widths = [1440, 390]) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect({ path, width, wide }).toEqual({ path, width, wide: width });
  }
}

test('lists and pages of a customer are no wider than the screen however long its name, or a word of it, is', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const lengthy = await books.addCustomer(LENGTHY);
  const wordy = await books.addCustomer(WORDY);
  await books.invoice(lengthy, 'A-1', 123_456_789, 72);
  await books.invoice(wordy, 'B-1', 98_765_432, 3);
  for (const path of ['/customers', '/invoices', '/explore', '/aging', '/statements']) {
    await page.goto(path);
    await expect(page.getByRole('main').getByText(WORDY).first()).toBeAttached();
    await expectNoWider(page, path, [1440, 1024, 768, 390]);
  }
  await page.goto('/customers');
  const amount = await page.getByRole('row', { name: WORDY }).getByText('987,654.32').last().boundingBox();
  expect((amount?.x ?? 999) + (amount?.width ?? 0)).toBeLessThanOrEqual(390);
  for (const id of [lengthy, wordy]) {
    await page.goto(`/customers/${id}`);
    await expect(
      page
        .getByRole('main')
        .getByText(/^[AB]-1$/)
        .first(),
    ).toBeVisible();
    await expectNoWider(page, id);
  }
  // Nothing open, in the words of an empty place; and said in a toast.
  const quiet = await books.addCustomer(`${WORDY} Zwei`);
  await page.goto(`/customers/${quiet}`);
  await expectNoWider(page, quiet);
  await page.goto(`/customers/${quiet}/edit`);
  await hydrated(page, 'form input[name="phone"]');
  await page.getByLabel('Phone').fill('+43 1 234');
  await page.getByRole('button', { name: 'Save changes' }).click();
  const said = page.getByText(`Saved ${WORDY} Zwei.`);
  await expect(said).toBeVisible();
  expect(await said.evaluate((words) => words.scrollWidth - words.clientWidth)).toBe(0);
});
