import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { registered } from './sign-up';

const HEADER = 'Client,Doc,Issued,Until,Total\n';
const GOOD =
  'Brightwater Hotels,A-1,2026-01-05,2026-02-04,"1,250.00"\nAlder Clinic,A-2,2026-01-06,2026-02-05,480.50\n';
const BAD = 'Alder Clinic,A-3,2026-02-30,2026-03-05,10.00\nAlder Clinic,A-4,2026-01-08,2026-02-07,ten\n';
const FILE = HEADER + GOOD + BAD;

/** Brings a file of a kind, as somebody who chooses it. */
async function bring(page: Page, kind: string, file: { name: string; text: string | Buffer }): Promise<void> {
  await page.goto('/import');
  await page.getByRole('radio', { name: new RegExp(`^${kind}`) }).check();
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  const buffer = Buffer.from(file.text);
  await (await chosen).setFiles({ name: file.name, mimeType: 'text/csv', buffer });
}

/** What the page says would happen, by its headings. */
function fact(page: Page, label: string) {
  return page.locator('dl > div').filter({ hasText: label }).locator('dd').first();
}

test('a file with two wrong rows: exact errors, another column, the good rows, the report, again, and back', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await registered(page);
  await bring(page, 'Invoices', { name: 'january.csv', text: FILE });
  await expect(page).toHaveURL(/\/import\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { name: 'january.csv' })).toBeVisible();

  // The guess took everything but the due date, whose name it does not know.
  const columns = page.getByRole('form', { name: 'Columns' });
  await expect(columns.getByLabel('What “Client” is')).toHaveValue('customerName');
  await expect(columns.getByLabel('What “Issued” is')).toHaveValue('invoiceDate');
  await columns.getByLabel('What “Until” is').selectOption('Due date');
  await columns.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByText('Changed. What stands below is from before.')).toHaveCount(0);

  await expect(fact(page, 'Would be imported')).toHaveText('2 invoices');
  await expect(fact(page, 'New customers')).toHaveText('2');
  await expect(fact(page, 'Cannot be imported')).toHaveText('2 rows');
  const problems = page.getByRole('table', { name: 'Rows that cannot be imported' });
  await expect(problems.getByRole('row', { name: /^4 / })).toContainText(
    '"2026-02-30" is not a day of the calendar.',
  );
  await expect(problems.getByRole('row', { name: /^5 / })).toContainText('"ten" is not an amount.');
  const csv = await (await page.request.get(`${page.url()}/problems`)).text();
  expect(csv).toContain('4,"Issued","2026-02-30","""2026-02-30"" is not a day of the calendar."');

  await page.getByRole('button', { name: 'Import the 2 good rows' }).click();
  await expect(page.getByRole('heading', { name: 'Imported 2 invoices' })).toBeVisible();
  await expect(page.getByText('2 invoices, $1,730.50')).toBeVisible();
  await page.getByRole('link', { name: 'Aging report' }).last().click();
  await expect(page.getByRole('row', { name: /Brightwater Hotels/ })).toContainText('1,250.00');

  await bring(page, 'Invoices', { name: 'january again.csv', text: HEADER + GOOD });
  await expect(page.getByText('This very file was imported')).toHaveCount(0);
  await expect(fact(page, 'Already there')).toHaveText('2 rows');
  await expect(page.getByText('Everything in this file is already there.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove this file' }).click();
  await expect(page).toHaveURL('/import');

  await page.getByRole('link', { name: 'january.csv' }).click();
  await page.getByRole('button', { name: 'Undo this import…' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('Undo the import of 2 invoices?');
  await expect(dialog).toContainText('2 invoices of $1,730.50 are reversed');
  await dialog.getByRole('button', { name: 'Undo it' }).click();
  await expect(page.getByRole('heading', { name: 'The import of 2 invoices was undone' })).toBeVisible();
  await page.goto('/aging');
  await expect(page.getByText('Brightwater Hotels')).toHaveCount(0);
});

test('balances of earlier books are brought as of a day that is asked for, and age by their own due days', async ({
  page,
}) => {
  await registered(page);
  const text =
    'Client,Balance,Invoice,Due\nBrightwater Hotels,"1,250.00",A-1,2025-11-15\nBrightwater Hotels,-50.00,,\n' +
    'Alder Clinic,0.00,,\n';
  await bring(page, 'Opening balances', { name: 'open.csv', text });
  await expect(page.getByText('To go on, say of which day these balances are.')).toBeVisible();
  const columns = page.getByRole('form', { name: 'Columns' });
  await columns.getByLabel('Balances as of').fill('2025-12-31');
  await columns.getByRole('button', { name: 'Check again' }).click();
  await expect(fact(page, 'Would be imported')).toHaveText('2 opening balances');
  await expect(page.getByRole('row', { name: /^4 / })).toContainText('Open amount is zero.');
  await page.getByRole('button', { name: 'Import the 2 good rows' }).click();
  await expect(page.getByRole('heading', { name: 'Imported 2 opening balances' })).toBeVisible();
  await page.goto('/aging?asOf=2025-12-31');
  const row = page.getByRole('row', { name: /Brightwater Hotels/ });
  await expect(row).toContainText('1,250.00');
  await expect(row).toContainText('1,200.00');
  await page.goto('/aging?asOf=2025-12-30');
  await expect(page.getByRole('row', { name: /Brightwater Hotels/ })).toHaveCount(0);
});

test('a file that is no CSV, or too large, is refused in words before anything is stored', async ({
  page,
}) => {
  await registered(page);
  await bring(page, 'Customers', { name: 'book.xlsx', text: Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]) });
  await expect(page.getByText('This is an Excel workbook or a ZIP archive, not a CSV file.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Imports' })).toHaveCount(0);
  const origin = new URL(page.url()).origin;
  const answer = await page.request.post('/import/upload?kind=invoices&name=x.csv', {
    headers: { Origin: origin },
    data: Buffer.alloc(51 * 1024 * 1024, 'a'),
  });
  expect(answer.status()).toBe(413);
  expect(await answer.json()).toEqual({ message: expect.stringContaining('larger than 50 MB') });
});

test('a file of more than ten megabytes arrives whole', async ({ page }) => {
  test.setTimeout(120_000);
  await registered(page);
  const row = (i: number) => `C${i % 20},X-${i},2026-01-05,2026-02-04,1.00,${'x'.repeat(300)}`;
  const rows = Array.from({ length: 35_000 }, (_, i) => row(i));
  const text = `Customer code,Invoice number,Invoice date,Due date,Amount,Note\n${rows.join('\n')}`;
  await bring(page, 'Invoices', { name: 'large.csv', text });
  await expect(fact(page, 'Would be imported')).toHaveText('35,000 invoices', { timeout: 60_000 });
});

test('one who leaves while a long import runs finds its outcome on return', async ({ page }) => {
  test.setTimeout(120_000);
  await registered(page);
  const rows = Array.from({ length: 6_000 }, (_, i) => `C${i % 20},X-${i},2026-01-05,2026-02-04,1.00`);
  const text = `Customer code,Invoice number,Invoice date,Due date,Amount\n${rows.join('\n')}`;
  await bring(page, 'Invoices', { name: 'long.csv', text });
  await page.getByRole('button', { name: 'Import 6,000 invoices' }).click();
  await expect(page.getByRole('progressbar', { name: 'Importing' })).toBeVisible();
  const url = page.url();
  await page.goto('/');
  await page.goto(url);
  await expect(page.getByRole('heading', { name: 'Imported 6,000 invoices' })).toBeVisible({
    timeout: 60_000,
  });
});

test('the page works by keyboard alone, on a phone, in the dark, and axe finds nothing', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  for (const [colorScheme, width] of [
    ['light', 1440],
    ['dark', 390],
  ] as const) {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const clean = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
      ).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    };
    await registered(page);
    await page.goto('/import');
    await clean();
    await page.getByRole('radio', { name: /^Invoices/ }).focus();
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('radio', { name: /^Customers/ })).toBeChecked();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    const chosen = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    await (await chosen).setFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
    await expect(page.getByRole('table', { name: 'Rows that cannot be imported' })).toBeVisible();
    await clean();
    await page.getByRole('button', { name: 'Import the 2 good rows' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Imported 2 invoices' })).toBeVisible();
    await clean();
    await page.getByRole('button', { name: 'Undo this import…' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await clean();
    await page.keyboard.press('Escape');
    await page.goto('/import');
    await clean();
    await context.close();
  }
});
