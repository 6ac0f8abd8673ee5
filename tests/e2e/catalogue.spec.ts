import { expect, test } from '@playwright/test';
import { booksOf } from './books';
import { hydrated } from './hydrated';
import { registered } from './sign-up';

test('a service is added, changed, taken off the catalogue and offered again', async ({ page }) => {
  await registered(page);
  await page.goto('/services');
  await page.getByRole('link', { name: 'Add the first service' }).click();
  await page.getByLabel('Name').fill('Piano lesson');
  await page.getByLabel('Fee, USD').fill('=30*1.5');
  await page.getByLabel('Tax, percent').fill('seven');
  await page.getByRole('button', { name: 'Add service' }).click();
  await expect(page.getByText('Write the tax as a percentage, such as 7.25.')).toBeVisible();
  await expect(page.getByLabel('Tax, percent')).toBeFocused();
  await page.getByLabel('Tax, percent').fill('7,25 %');
  await page.getByRole('button', { name: 'Add service' }).click();
  await expect(page.getByText('Added Piano lesson.')).toBeVisible();
  const row = page.getByRole('row', { name: /Piano lesson/ });
  await expect(row).toContainText('7.25%');
  await expect(row).toContainText('45.00');

  await row.getByRole('link').click();
  await page.getByLabel('Fee, USD').fill('50');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Saved Piano lesson.')).toBeVisible();
  await expect(row).toContainText('50.00');

  await page.goto('/services/new');
  await page.getByLabel('Name').fill('Piano lesson');
  await page.getByLabel('Fee, USD').fill('1');
  await page.getByRole('button', { name: 'Add service' }).click();
  await expect(page.getByText('There is already a service called Piano lesson.')).toBeVisible();
});

test('a service that was billed is kept out of use, with the keyboard alone', async ({ page }) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  await books.billedService('Bus fare', await books.addCustomer('Kestrel School'));
  await page.goto('/services');
  await expect(page.getByRole('row', { name: /Bus fare/ })).toBeVisible();
  await hydrated(page, '[data-row] a');
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: 'Bus fare' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Stop offering Bus fare' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('No longer offered. What it billed stays.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No services yet' })).toBeVisible();
  await page.goto('/services?show=inactive');
  await page.getByRole('link', { name: 'Bus fare' }).click();
  await page.getByRole('button', { name: 'Offer Bus fare again' }).click();
  await expect(page).toHaveURL('/services');
  await expect(page.getByRole('row', { name: /Bus fare/ })).toBeVisible();
});

test('a beneficiary is added for a customer, found by it, and taken out of use', async ({ page }) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Whitlock Family');
  await page.goto(`/beneficiaries/new?customer=${customerId}`);
  await page.getByLabel('Name').fill('Mia Whitlock');
  await page.getByLabel('Year of birth').fill('14');
  await page.getByRole('button', { name: 'Add beneficiary' }).click();
  await expect(page.getByText('Enter a year of four digits, such as 2014.')).toBeVisible();
  await page.getByLabel('Year of birth').fill('2014');
  await page.getByRole('button', { name: 'Add beneficiary' }).click();
  await expect(page.getByText('Added Mia Whitlock.')).toBeVisible();
  await page.goto(`/beneficiaries?customer=${customerId}`);
  await expect(page.getByRole('list', { name: 'Active filters' })).toContainText('Whitlock Family');
  await page.getByRole('link', { name: 'Mia Whitlock' }).click();
  await page.getByRole('button', { name: 'Take Mia Whitlock out of use' }).click();
  await expect(page.getByText('Deleted. Nothing was billed for it.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No beneficiaries yet' })).toBeVisible();
});
