import { expect, test } from '@playwright/test';
import { booksOf } from './books';
import { hydrated } from './hydrated';
import { registered } from './sign-up';

test('a part of an invoice is credited from its page, settles it so far, and is taken back with the keyboard', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Brightwater Hotels');
  const { documentId } = await books.invoice(customerId, 'A-1', 30_000, 5);
  await page.goto(`/invoices/${documentId}`);
  await page.getByRole('link', { name: 'Credit lines' }).click();
  await hydrated(page, 'main form');
  await expect(page.getByLabel('What is it for?')).toBeFocused();
  await page.getByLabel('Price, line 1').fill('400');
  await expect(page.getByText('$100.00 more than what is left of A-1 to be credited.')).toBeVisible();
  await page.getByLabel('Price, line 1').fill('100');
  await expect(page.getByText(/\$200.00 of it stays open, and \$0.00 of the credit/)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel('What is it for?')).toHaveAccessibleDescription(/Say what it is for/);
  await page.getByLabel('What is it for?').fill('Two cases arrived broken');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Posted CM-00001, $100.00.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Credit memo CM-00001' })).toBeVisible();
  await page.goto(`/invoices/${documentId}`);
  await expect(page.getByText('$200.00').first()).toBeVisible();
  await expect(page.getByRole('table', { name: 'Settled by' })).toContainText('CM-00001');
});

test('an invoice is duplicated into a draft of today, without its number', async ({ page }) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Acme');
  const { documentId } = await books.invoice(customerId, 'A-1', 30_000, 40);
  await page.goto(`/invoices/${documentId}`);
  await page.getByRole('link', { name: 'Duplicate' }).click();
  await expect(page.getByLabel('Price, line 1')).toHaveValue('300.00');
  await expect(page.getByLabel('Customer', { exact: true })).toHaveValue('Acme');
  await expect(page.getByLabel('Invoice number')).toHaveValue('');
  await expect(page.getByRole('status').filter({ hasText: 'Draft saved' })).toBeVisible();
  await page.goto('/invoices?show=draft');
  await expect(page.getByRole('row', { name: /Acme/ })).toContainText('300.00');
});
