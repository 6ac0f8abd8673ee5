import { expect, test } from '@playwright/test';
import { booksOf } from './books';
import { hydrated } from './hydrated';
import { registered } from './sign-up';

test('a service is billed to many at once: refusals first, prices by hand, one press, the numbers after it', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const first = await books.addCustomer('Alder Family');
  await books.addCustomer('Birch Family');
  const held = await books.addCustomer('Cedar Family');
  await books.hold(held, 'no reply');
  await books.billedService('School fee', first);
  await page.goto('/invoices');
  await page.getByRole('link', { name: 'Bill many at once' }).click();
  await expect(page.getByRole('heading', { name: 'Choose a service' })).toBeVisible();
  await page.getByLabel('Service').selectOption('School fee');
  await page.getByRole('button', { name: 'Show these' }).click();
  await expect(page.getByRole('row', { name: /Cedar Family/ })).toContainText('On credit hold: no reply');
  await hydrated(page, 'form:has(table)');
  await page.getByRole('button', { name: 'Post 0 invoices' }).click();
  await expect(page.getByText('Choose at least one to bill.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'All 2 that can be billed' }).check();
  await page.getByLabel('Price, Birch Family, USD').fill('25');
  await page.getByLabel('Quantity, Birch Family').fill('many');
  await page.getByRole('button', { name: 'Post 2 invoices' }).click();
  await expect(page.getByLabel('Quantity, Birch Family')).toBeFocused();
  await page.getByLabel('Quantity, Birch Family').fill('2');
  await expect(page.getByText('$60.00')).toBeVisible();
  await page.getByRole('button', { name: 'Post 2 invoices' }).click();
  await expect(page.getByText('Posted 2 invoices, INV-00002 to INV-00003.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: '2 invoices posted' })).toBeVisible();
  await expect(page.getByRole('row', { name: /INV-00003 Birch Family/ })).toContainText('50.00');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'INV-00002' })).toBeVisible();
});

test('pressing twice books once', async ({ page }) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const serviceId = await books.billedService('School fee', await books.addCustomer('Alder Family'));
  await page.goto(`/invoices/batch?service=${serviceId}`);
  await hydrated(page, 'form:has(table)');
  await page.getByRole('checkbox', { name: 'Alder Family', exact: true }).check();
  await page.getByRole('button', { name: 'Post 1 invoice' }).dblclick();
  await expect(page.getByText('Posted 1 invoice, INV-00002.')).toBeVisible();
  await page.goto('/invoices');
  await expect(page.getByRole('row', { name: /INV-0000/ })).toHaveCount(2);
});
