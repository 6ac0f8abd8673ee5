import { expect, type Page } from '@playwright/test';

/** Adds a customer in the browser, and answers where its page is. */
export async function addCustomer(page: Page, name: string): Promise<string> {
  await page.goto('/customers/new');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Add customer' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Posts an invoice of one line in the browser, to the customer of that page. */
export async function postInvoice(page: Page, customerPath: string, price: string): Promise<void> {
  await page.goto(`/invoices/new?customer=${customerPath.split('/').at(-1)}`);
  await page.getByLabel('Item, line 1').fill('Beans');
  await page.getByLabel('Price, line 1').fill(price);
  await page.getByRole('button', { name: /^Post(?! and)/ }).click();
  await expect(page).toHaveURL(/\/invoices\/[0-9a-f-]{36}$/);
}
