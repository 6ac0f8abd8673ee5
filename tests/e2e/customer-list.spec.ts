import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { booksOf } from './books';
import { registered } from './sign-up';

test('customers are labelled, narrowed to, kept as a view and taken away, with the mouse', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const [acme, beta] = [await books.addCustomer('Acme'), await books.addCustomer('Beta')];
  await books.invoice(acme, 'A-1', 10_000, 20);
  await books.invoice(beta, 'B-1', 2_500, -5);
  await books.addCustomer('Quiet');
  await page.goto('/customers');
  const rows = page.locator('tbody tr');
  await expect(rows).toHaveText([/Acme/, /Beta/, /Quiet/]);
  await expect(page.locator('tfoot')).toContainText('125.00');

  await page.getByLabel('Select Acme').check();
  await page.getByLabel('Select Beta').check();
  await expect(page.getByRole('status').filter({ hasText: '2 selected, $125.00' })).toBeVisible();
  await page.getByRole('button', { name: 'Set owner' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set owner' });
  await dialog.getByLabel('Owner').fill('Ines Okafor');
  await dialog.getByRole('button', { name: 'Set owner of 2 customers' }).click();
  await expect(page.getByText('Ines Okafor looks after 2 customers more now.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Acme/ })).toContainText('Ines Okafor');

  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByLabel('Owner', { exact: true }).selectOption('Ines Okafor');
  await page.getByRole('button', { name: 'Show these' }).click();
  await expect(page).toHaveURL(/owner=Ines/);
  await expect(rows).toHaveText([/Acme/, /Beta/]);
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Mine');
  await page.getByRole('dialog').getByRole('button', { name: 'Save view' }).click();
  await expect(page.getByText('Saved “Mine”.')).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('link', { name: 'CSV, these customers 2 rows' }).click();
  const csv = await readFile((await (await download).path()) ?? '', 'utf8');
  expect(csv).toContain('"Acme",,"Ines Okafor"');
  expect(csv).not.toContain('Quiet');

  await page.getByRole('link', { name: 'Remove Owner is Ines Okafor' }).click();
  await expect(rows).toHaveCount(3);
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('link', { name: 'Mine' }).click();
  await expect(rows).toHaveCount(2);
});

test('the list is walked, selected and tagged by keyboard alone', async ({ page }) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  for (const name of ['Acme', 'Beta', 'Cleo']) await books.addCustomer(name);
  await page.goto('/customers?sort=name');
  await expect(page.getByLabel('Select these rows')).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(page.getByRole('link', { name: 'Acme' })).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  await expect(page.getByText('3 selected, $0.00')).toBeVisible();
  await page.getByRole('button', { name: 'Add tag' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Tag', { exact: true })).toBeFocused();
  await page.keyboard.type('school');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Tagged 3 customers “school”.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Beta/ })).toContainText('school');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('/');
  await expect(page.getByLabel('Find a customer')).toBeFocused();
  await page.keyboard.type('cle');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=cle/);
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await page.locator('tbody [data-row-link]').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Cleo' })).toBeVisible();
});
