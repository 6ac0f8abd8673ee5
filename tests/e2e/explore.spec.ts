import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { recordPayment } from '@/db/commands/record-payment';
import { withScope } from '@/db/scope';
import { addDays } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { textOfPages } from '../pdf-text';
import { booksOf } from './books';
import { hydrated } from './hydrated';
import { openSample } from './sample-people';
import { registered } from './sign-up';

/** Four open invoices of three customers: 12,480.00 at 47 days, 1,234.56 not due, 700.01 at 121, 90.00 at 5. */
async function fourInvoices(page: Page) {
  const { business, email } = await registered(page);
  const books = await booksOf(business);
  const brightwater = await books.addCustomer('Brightwater Hotels');
  const kestrel = await books.addCustomer('Kestrel Coffee');
  const osprey = await books.addCustomer('Osprey Group');
  await books.invoice(brightwater, 'A-1', 1_248_000, 47);
  await books.invoice(brightwater, 'A-2', 123_456, -3);
  await books.invoice(kestrel, 'K-1', 70_001, 121);
  await books.invoice(osprey, 'O-1', 9_000, 5);
  return { ...books, email, brightwater };
}

const rows = (page: Page) => page.locator('tbody [data-row-link]');
const headline = (page: Page) => page.getByRole('region', { name: 'What matches' });

test('filters apply at once, every figure follows, chips take them away, and going back restores them', async ({
  page,
}) => {
  await fourInvoices(page);
  await page.goto('/explore');
  await expect(headline(page)).toContainText('4 invoices, 3 customers');
  await expect(headline(page)).toContainText('$14,504.57');
  await page.getByRole('checkbox', { name: /^31–60/ }).check();
  await expect(page).toHaveURL(/age=2/);
  await expect(headline(page)).toContainText('$12,480.00');
  await expect(rows(page)).toHaveText(['A-1']);
  await expect(page.getByRole('checkbox', { name: /^120\+/ })).toBeVisible();
  await page.getByRole('checkbox', { name: /^120\+/ }).check();
  await expect(rows(page)).toHaveText(['A-1', 'K-1']);
  await page.getByLabel('Open amount at least').fill('abc');
  await expect(page.getByText('That is not an amount in USD. Write it like 1,250.00.')).toBeVisible();
  await page.getByLabel('Open amount at least').fill('1,000');
  await expect(page).toHaveURL(/min=1/);
  await expect(rows(page)).toHaveText(['A-1']);
  await expect(page.getByText('3 open invoices don’t match these filters.')).toBeVisible();
  await page.getByRole('link', { name: /^Remove Age is/ }).click();
  await expect(rows(page)).toHaveText(['A-1', 'A-2']);
  await expect(page.getByRole('checkbox', { name: /^31–60/ })).not.toBeChecked();
  await page.goBack();
  await expect(rows(page)).toHaveText(['A-1']);
  await expect(page.getByRole('checkbox', { name: /^31–60/ })).toBeChecked();
  await page.getByRole('link', { name: 'Clear all' }).click();
  await expect(rows(page)).toHaveCount(4);
  await expect(page.getByLabel('Open amount at least')).toHaveValue('');
});

test('the focus goes on to the next filter when one is taken away, and to the search after the last', async ({
  page,
}) => {
  const { today } = await fourInvoices(page);
  await page.goto('/explore?age=2&age=5&min=1000');
  const chip = (name: RegExp) => page.getByRole('link', { name });
  await hydrated(page, '[data-chip]');
  await chip(/^Remove Age is/).press('Enter');
  await expect(chip(/^Remove Age is/)).toHaveCount(0);
  await expect(page.locator('[data-chip]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-chip]')).toHaveCount(0);
  await expect(page.locator('[data-table-search]')).toBeFocused();

  await page.goto(`/explore?asOf=${addDays(today, -3)}`);
  const back = page.getByRole('link', { name: 'Back to today' });
  await back.press('Enter');
  await expect(back).toHaveCount(0);
  await expect(page.locator('#main')).toBeFocused();
});

test('a customer is found as one types, and nothing that matches says what each filter costs', async ({
  page,
}) => {
  await fourInvoices(page);
  await page.goto('/explore?max=100');
  await page.getByRole('combobox', { name: 'Add a customer' }).fill('kest');
  await page.getByRole('option', { name: /Kestrel/ }).click();
  await expect(page.getByRole('heading', { name: 'No invoices match all 2 filters' })).toBeVisible();
  await expect(page.getByRole('link', { name: /Open amount at most \$100\.00 1 invoice/ })).toBeVisible();
  await page.getByRole('link', { name: /Customer is Kestrel Coffee 1 invoice/ }).click();
  await expect(rows(page)).toHaveText(['O-1']);
});

test('rows are walked, selected and searched by keys; the selection has its sum and its file', async ({
  page,
}) => {
  await fourInvoices(page);
  await page.goto('/explore');
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(rows(page).first()).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  await expect(page.getByText('3 selected, $14,414.57')).toBeVisible();
  const href = await page.getByRole('link', { name: 'CSV of the selection' }).getAttribute('href');
  const file = await (await page.request.get(href ?? '')).text();
  expect(
    file
      .trim()
      .split('\r\n')
      .map((line) => line.split(',')[0]),
  ).toEqual(['"Invoice"', '"A-1"', '"A-2"', '"K-1"']);
  await page.getByRole('button', { name: 'Select all 4 that match' }).click();
  await expect(page.getByText('4 selected, $14,504.57')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('osprey');
  await expect(rows(page)).toHaveText(['O-1']);
  await page.getByRole('link', { name: 'Customer', exact: true }).first().click();
  await expect(page.getByRole('columnheader', { name: 'Customer' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
});

test('the file is the table, and a wrong address says what was left out', async ({ page }) => {
  await fourInvoices(page);
  await page.goto('/explore?sort=late&age=2&age=5&sort=late&dueTo=never');
  await expect(page.getByText(/left out: dueTo/)).toBeVisible();
  const shown = await rows(page).allTextContents();
  await page.getByRole('button', { name: 'Export' }).click();
  const link = page.getByRole('link', { name: /CSV, every column 2 rows/ });
  const onPaper = page.getByRole('link', { name: /PDF, with invoices about 2 pages/ });
  const paper = await page.request.get((await onPaper.getAttribute('href')) ?? '');
  expect(paper.headers()['content-type']).toBe('application/pdf');
  const text = (await textOfPages(await paper.body())).join(' ');
  for (const number of shown) expect(text).toContain(number);
  const href = await link.getAttribute('href');
  const answer = await page.request.get(href ?? '');
  expect(answer.headers()['content-disposition']).toMatch(/open-invoices_\d{4}-\d\d-\d\d\.csv/);
  const [head = '', ...lines] = (await answer.text()).trim().split('\r\n');
  const at = head.split(',').indexOf('"Invoice"');
  expect(lines.map((line) => line.split(',')[at]?.replaceAll('"', ''))).toEqual(shown);
});

test('without JavaScript the filters are a form', async ({ browser, page }) => {
  await fourInvoices(page);
  const plain = await sameSession(browser, page);
  await plain.goto('/explore');
  await plain.getByRole('checkbox', { name: /^120\+/ }).check();
  await plain.getByLabel('Open amount at most').fill('900');
  await plain.getByRole('button', { name: 'Show these' }).click();
  await expect(plain).toHaveURL(/age=5/);
  await expect(rows(plain)).toHaveText(['K-1']);
  await plain.context().close();
});

test('what is recorded in another window is shown by itself, to its own business alone', async ({
  browser,
  page,
}) => {
  const { actor, brightwater, today } = await fourInvoices(page);
  await page.goto('/explore');
  const strangers = await (await browser.newContext()).newPage();
  await fourInvoices(strangers);
  await strangers.goto('/explore');
  await expect(headline(page)).toContainText('$14,504.57');
  await withScope(actor, 'write', (tx) =>
    recordPayment(tx, actor, {
      customerId: brightwater,
      receivedOn: today,
      amountMinor: toMinor(1_248_000),
      payment: { method: 'Wire' },
      apply: 'oldest',
      source: 'staff',
    }),
  );
  await expect(headline(page)).toContainText('$2,024.57');
  await expect(page.getByText('Updated just now')).toBeVisible();
  await expect(headline(strangers)).toContainText('$14,504.57');
  await expect(strangers.getByText('Updated just now')).toHaveCount(0);
  await strangers.context().close();
});

test('a view is kept under its name, shared, opened by a manager, and deleted', async ({ browser, page }) => {
  const name = `Late ${randomUUID().slice(0, 8)}`;
  await openSample(page, 'admin');
  await page.goto('/explore?age=1&age=2&sort=customer');
  const shown = await rows(page).allTextContents();
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Everybody of the business sees it').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Save view' }).click();
  await expect(page.getByRole('button', { name: 'Edit view' })).toBeVisible();
  const manager = await (await browser.newContext()).newPage();
  await openSample(manager, 'manager');
  await manager.goto('/explore');
  await manager.getByRole('button', { name: 'Views' }).click();
  await manager.getByRole('link', { name }).click();
  await expect(manager).toHaveURL(/age=1&age=2&sort=customer/);
  await expect(rows(manager)).toHaveText(shown);
  await expect(manager.getByRole('button', { name: 'Edit view' })).toHaveCount(0);
  await manager.context().close();
  await page.getByRole('button', { name: 'Edit view' }).click();
  await page.getByRole('button', { name: 'Delete…' }).click();
  await page.getByRole('button', { name: 'Delete view' }).click();
  await expect(page.getByRole('button', { name: 'Save view' })).toBeVisible();
});

async function sameSession(browser: Browser, page: Page): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  return context.newPage();
}
