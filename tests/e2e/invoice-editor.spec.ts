import { expect, type Page, test } from '@playwright/test';
import { booksOf } from './books';
import { hydrated } from './hydrated';
import { registered } from './sign-up';

const saved = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: 'Draft saved' })).toBeVisible();

async function write(page: Page, line: number, cells: readonly string[]): Promise<void> {
  await hydrated(page, 'form#invoice');
  for (const [i, label] of ['Item', 'Quantity', 'Price', 'Tax percent'].entries())
    if (cells[i] !== undefined) await page.getByLabel(`${label}, line ${line}`).fill(cells[i]);
}

test('what is written is saved as it is written, and is there after a reload, going back, and in the list of drafts', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Brightwater Hotels');
  await page.goto(`/invoices/new?customer=${customerId}`);
  await write(page, 1, ['Beans', '24', '118.20', '10']);
  await saved(page);
  await expect(page).toHaveURL(/\/invoices\/new\?draft=/);
  await page.getByLabel('Price, line 1').fill('120');
  // At once, before it can have been saved.
  await page.reload();
  await expect(page.getByLabel('Price, line 1')).toHaveValue('120.00');
  await expect(page.getByLabel('Customer', { exact: true })).toHaveValue('Brightwater Hotels');
  await saved(page);
  await page.getByRole('link', { name: 'Close' }).click();
  await expect(page).toHaveURL('/invoices');
  await page.goBack();
  await expect(page.getByLabel('Price, line 1')).toHaveValue('120.00');

  await page.goto('/invoices?show=draft');
  const row = page.getByRole('row', { name: /Brightwater Hotels/ });
  await expect(row).toContainText('3,168.00');
  await row.getByRole('link').click();
  await page.getByRole('button', { name: 'Post $3,168.00' }).click();
  await expect(page.getByText('Posted INV-00001, $3,168.00.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'INV-00001' })).toBeVisible();
  await page.goto('/invoices?show=draft');
  await expect(page.getByRole('heading', { name: 'No drafts' })).toBeVisible();
});

test('a service fills its line in; lines are moved, copied and given a beneficiary, with the keyboard alone', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Whitlock Family');
  await books.billedService('Piano lesson', customerId);
  await books.addBeneficiary('Mia Whitlock', customerId);
  await page.goto(`/invoices/new?customer=${customerId}`);
  await expect(page.getByLabel('For whom, line 1')).toBeVisible();
  await page.getByLabel('Item, line 1').focus();
  await page.keyboard.type('pia');
  await expect(page.getByRole('option', { name: /Piano lesson/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Item, line 1')).toHaveValue('Piano lesson');
  await expect(page.getByLabel('Price, line 1')).toHaveValue('10.00');
  await page.getByLabel('For whom, line 1').selectOption('Mia Whitlock');
  await page.getByLabel('Price, line 1').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Item, line 2')).toBeFocused();
  await page.keyboard.type('Sheet music');
  await page.getByLabel('Price, line 2').fill('7.50');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByLabel('Price, line 1')).toBeFocused();
  await expect(page.getByLabel('Item, line 1')).toHaveValue('Sheet music');
  await page.getByRole('button', { name: 'Line 1: move or copy' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Copy line' }).press('Enter');
  await expect(page.getByLabel('Item, line 2')).toHaveValue('Sheet music');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Posted INV-00002, $25.00.')).toBeVisible();
});

test('parts, a discount and the credit of the account come out as the editor says', async ({ page }) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Kestrel Coffee');
  await books.pay(customerId, 1_150_00);
  await page.goto(`/invoices/new?customer=${customerId}`);
  await write(page, 1, ['Grinder', '1', '5,122.30']);
  await page.getByLabel('Terms').selectOption('parts');
  const parts = page.getByRole('list', { name: 'Parts' });
  await expect(parts).toContainText('1,707.44');
  await page.getByRole('button', { name: 'Change days and amounts' }).click();
  await page.getByLabel('Amount of part 3').fill('1,707.42');
  await expect(page.getByText('$0.01 of the total is in no part.')).toBeVisible();
  await page.getByRole('button', { name: 'Post $5,122.30' }).click();
  await expect(page.getByText(/together they must be the total/)).toBeVisible();
  await page.getByLabel('Amount of part 1').fill('1,707.45');
  await expect(page.getByText('Together they are the total.')).toBeVisible();
  await page.getByRole('button', { name: 'Offer a discount for paying early' }).click();
  await expect(page.getByText(/\$102.45 less until/)).toBeVisible();
  const credit = page.getByRole('checkbox', { name: 'Use $1,150.00 already on the account' });
  await expect(credit).not.toBeChecked();
  await credit.check();
  await expect(page.getByText('They will owe $3,972.30 on this invoice.')).toBeVisible();
  await page.getByRole('button', { name: 'Post $5,122.30' }).click();
  await expect(page.getByText(/\$1,150.00 of the account settled it/)).toBeVisible();
  await expect(page.getByText('$3,972.30').first()).toBeVisible();
});

test('two windows on one draft: the second is told in words, loses nothing, and can win', async ({
  page,
  context,
}) => {
  await registered(page);
  await page.goto('/invoices/new');
  await write(page, 1, ['Beans', '1', '10']);
  await saved(page);
  const other = await context.newPage();
  await other.goto(page.url());
  const kept = other.waitForResponse(
    (response) => response.url().includes('/invoices/drafts/') && response.ok(),
  );
  await write(other, 1, ['Cups']);
  await kept;
  await write(page, 1, ['Plates']);
  await expect(page.getByText(/This draft was changed in another window since/)).toBeVisible();
  await expect(page.getByLabel('Item, line 1')).toHaveValue('Plates');
  await page.getByRole('button', { name: 'Keep this version' }).click();
  await saved(page);
  await page.reload();
  await expect(page.getByLabel('Item, line 1')).toHaveValue('Plates');
});

test('a hold and the credit limit are shown before posting, and a hold wants a reason', async ({ page }) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Osprey Restaurants');
  await books.limit(customerId, 50_000);
  await books.hold(customerId, 'two cheques bounced');
  await page.goto(`/invoices/new?customer=${customerId}`);
  await expect(page.getByText('On credit hold: two cheques bounced.')).toBeVisible();
  await write(page, 1, ['Beans', '1', '600']);
  await expect(page.getByText(/\$600.00 is owed, \$100.00 over the credit limit of \$500.00/)).toBeVisible();
  await page.getByRole('button', { name: 'Post $600.00' }).click();
  await expect(page.getByLabel('Why it is billed all the same')).toBeFocused();
  await page.keyboard.type('Paid in cash on delivery');
  await page.getByRole('button', { name: 'Post $600.00' }).click();
  await expect(page.getByText(/Posted INV-00001/)).toBeVisible();
});

test('a draft is thrown away and leaves no number', async ({ page }) => {
  await registered(page);
  await page.goto('/invoices/new');
  await write(page, 1, ['Beans', '1,000', '10']);
  await saved(page);
  await expect(page.getByRole('button', { name: 'Post $10,000.00' })).toBeVisible();
  await page.getByRole('button', { name: 'Throw the draft away' }).click();
  await expect(page.getByText('Thrown away. It had no number, and nothing was owed.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No drafts' })).toBeVisible();
});
