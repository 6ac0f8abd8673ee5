import { expect, type Page, test } from '@playwright/test';
import { addCustomer, postInvoice } from './clerk-steps';
import { registered } from './sign-up';

test('a clerk adds a customer and writes an invoice by keyboard alone', async ({ page }) => {
  await registered(page);
  await page.goto('/customers');
  await expect(page.getByRole('heading', { name: 'No customers yet' })).toBeVisible();
  await page.getByRole('link', { name: 'Add a customer' }).click();
  await page.getByRole('button', { name: 'Add customer' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/Enter the name/);
  await addCustomer(page, 'Brightwater Hotels');

  await page.goto('/invoices/new');
  await expect(page.getByLabel('Customer', { exact: true })).toBeFocused();
  await page.keyboard.type('bright');
  await expect(page.getByRole('option', { name: 'Brightwater Hotels' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Customer', { exact: true })).toHaveValue('Brightwater Hotels');
  for (const label of [
    'Issue date',
    'Terms',
    'Due',
    'Invoice number',
    'Purchase order',
    'Line 1: move or copy',
    'Item, line 1',
  ]) {
    await page.keyboard.press('Tab');
    await expect(page.getByLabel(label, { exact: true })).toBeFocused();
  }
  await typeLine(page, ['Beans', '24', '118.20', '10']);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Item, line 2')).toBeFocused();
  await typeLine(page, ['Delivery', '1', '180', '0']);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Backspace');
  await expect(page.getByLabel('Item, line 3')).toHaveCount(0);
  await expect(page.getByLabel('Item, line 2')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Post $3,300.48' })).toBeVisible();
  await page.keyboard.press('Control+Enter');

  await expect(page.getByRole('heading', { level: 1, name: 'INV-00001' })).toBeVisible();
  await expect(page).toHaveTitle('INV-00001, Brightwater Hotels, Dueline');
  const paper = page.getByRole('article', { name: 'Invoice INV-00001' });
  await expect(paper.getByRole('row', { name: /Beans 24 118\.20 10% 2,836\.80/ })).toBeVisible();
  await expect(paper).toContainText('3,300.48');
});

test('rows pasted from a spreadsheet become lines, and what is wrong with a line stands at it', async ({
  page,
}) => {
  await registered(page);
  const customer = await addCustomer(page, 'Acme');
  await page.goto(`/invoices/new?customer=${customer.split('/').at(-1)}`);
  await page.getByRole('button', { name: /^Post(?! and)/ }).click();
  await expect(page.getByText('Write at least one line with a price.')).toBeVisible();
  await page.getByLabel('Item, line 1').evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Beans\t2\t10.00\t0\nCups\tmany\t3.50');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(page.getByLabel('Price, line 2')).toHaveValue('3.50');
  await page.getByRole('button', { name: /^Post(?! and)/ }).click();
  await expect(page.getByLabel('Quantity, line 2')).toBeFocused();
  await expect(page.getByLabel('Quantity, line 2')).toHaveAccessibleDescription(/as a number/);
  await page.keyboard.type('4');
  await page.getByRole('button', { name: 'Post $34.00' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'INV-00001' })).toBeVisible();
});

test('an invoice is voided with a reason, and its number stays', async ({ page }) => {
  await registered(page);
  const customer = await addCustomer(page, 'Acme');
  await postInvoice(page, customer, '1,200.00');
  await page.getByRole('button', { name: 'Void…' }).click();
  const question = page.getByRole('alertdialog', { name: 'Void INV-00001, $1,200.00?' });
  await question.getByRole('button', { name: 'Void INV-00001' }).click();
  await expect(question.getByLabel('Why?')).toHaveAccessibleDescription(/Say why it is void/);
  await question.getByLabel('Why?').fill('Written twice');
  await question.getByRole('button', { name: 'Void INV-00001' }).click();
  await expect(page.getByText('Voided by REV-00001.', { exact: true })).toBeVisible();
  await expect(page.getByText('Void', { exact: true })).toBeVisible();
  await expect(page.getByText('Written twice, by Ada Admin')).toBeVisible();
  await page.goto(customer);
  await expect(page.getByText('Nothing is open')).toBeVisible();
});

test('posting an invoice can be undone from its toast', async ({ page }) => {
  await registered(page);
  await postInvoice(page, await addCustomer(page, 'Acme'), '50');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByText('Voided by REV-00001.', { exact: true })).toBeVisible();
});

test('an application is undone and applied again, then its payment bounces', async ({ page }) => {
  await registered(page);
  const customer = await addCustomer(page, 'Acme');
  await postInvoice(page, customer, '80');
  await recordPayment(page, customer, '100', '$20.00');
  await expect(page.getByText('8 open invoices')).toHaveCount(0);
  await expect(page.getByText('0 open invoices, $20.00 unapplied')).toBeVisible();

  await page.goto('/payments');
  await page.getByRole('link', { name: 'PMT-00001' }).click();
  await expect(page.getByText('$20.00 unapplied')).toBeVisible();
  await page.getByRole('button', { name: 'Undo $80.00 to INV-00001' }).click();
  await expect(page.getByText('$100.00 unapplied')).toBeVisible();
  await page.getByRole('button', { name: 'Undo Z' }).click();
  await expect(page.getByText('Applied again.')).toBeVisible();
  await expect(page.getByText('$20.00 unapplied')).toBeVisible();

  await page.getByRole('button', { name: 'Reverse…' }).click();
  const question = page.getByRole('alertdialog', { name: 'Reverse PMT-00001, $100.00?' });
  await expect(question.getByLabel('It bounced')).toBeChecked();
  await question.getByLabel('In words').fill('No funds');
  await question.getByRole('button', { name: 'Reverse $100.00' }).click();
  await expect(page.getByText('Reversed by REV-00001. Its invoices are open again.')).toBeVisible();
  await expect(page.getByText('Reversed', { exact: true })).toBeVisible();
  await page.goto(customer);
  await expect(page.getByText('1 open invoice', { exact: true })).toBeVisible();
});

test('money on the account is applied to the oldest invoice, and taken back from the toast', async ({
  page,
}) => {
  await registered(page);
  const customer = await addCustomer(page, 'Acme');
  await recordPayment(page, customer, '100');
  await postInvoice(page, customer, '30');
  await page.goto(customer);
  await page.getByRole('link', { name: 'Apply it' }).click();
  const dialog = page.getByRole('dialog', { name: /^Apply payment/ });
  await expect(dialog.getByLabel('Applied to INV-00001')).toHaveValue('30.00');
  await dialog.getByLabel('Applied to INV-00001').fill('31');
  await expect(dialog.getByText('An invoice has less open than that.')).toBeVisible();
  await dialog.getByLabel('Applied to INV-00001').fill('25');
  await dialog.getByRole('button', { name: 'Apply $25.00' }).click();
  await expect(page.getByText('Applied $25.00 to 1 invoice.')).toBeVisible();
  await expect(page).toHaveURL(customer);
  await expect(page.getByText('1 open invoice, $75.00 unapplied')).toBeVisible();
  await page.keyboard.press('z');
  await expect(page.getByText('1 open invoice, $100.00 unapplied')).toBeVisible();
});

test('the facts of a customer change, and one that owes nothing is archived and restored', async ({
  page,
}) => {
  await registered(page);
  const customer = await addCustomer(page, 'Acme');
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Credit limit').fill('5,000');
  await page.getByLabel('Days to pay').fill('ten');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByLabel('Days to pay')).toHaveAccessibleDescription(/a number of days/);
  await page.getByLabel('Days to pay').fill('10');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page).toHaveURL(customer);
  await expect(page.getByText('Net 10')).toBeVisible();
  await expect(page.getByText('Credit limit $5,000')).toBeVisible();

  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByRole('button', { name: 'Archive Acme' }).click();
  await expect(page.getByRole('button', { name: 'Restore Acme' })).toBeVisible();
  await page.goto('/customers');
  await expect(page.getByRole('link', { name: 'Acme' })).toHaveCount(0);
  await page.goto('/customers?show=archived');
  await page.getByRole('link', { name: 'Acme' }).click();
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByRole('button', { name: 'Restore Acme' }).click();
  await expect(page.getByRole('button', { name: 'Archive Acme' })).toBeVisible();
});

async function typeLine(page: Page, cells: readonly string[]): Promise<void> {
  for (const [i, cell] of cells.entries()) {
    if (i > 0) await page.keyboard.press('Tab');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(cell);
  }
}

async function recordPayment(page: Page, customer: string, amount: string, keeps?: string): Promise<void> {
  await page.goto(`${customer}?pay=1`);
  await page.getByLabel('Amount received').fill(amount);
  if (keeps) await page.getByLabel(`Keep ${keeps} on the account`).check();
  await page.getByRole('button', { name: /^Record \$/ }).click();
  await expect(page.getByText(/^Recorded \$/)).toBeVisible();
  await expect(page).toHaveURL(customer);
}
